// Reads a topic of invoices from its beginning, committed records only, and writes one JSON line a record:
//
//   node read-invoices.js <broker host:port> <registry URL> <topic> <records> [seconds, 60 unless told]
//
// It ends with status 0 after so many records, and with status 1 if they have not come in time.
'use strict';

const { Kafka, logLevel } = require('kafkajs');
const { SchemaRegistry, SchemaType } = require('@kafkajs/confluent-schema-registry');
const { types } = require('avsc');

const DAY = 24 * 60 * 60 * 1000;

/** Avro's decimal: an unscaled number in two's complement, big end first. As text: a JSON number is a fraction. */
class Decimal extends types.LogicalType {
  constructor(schema, options) {
    super(schema, options);
    this.scale = schema.scale || 0;
  }

  _fromValue(bytes) {
    const bits = bytes.length === 0 ? 0n : BigInt('0x' + bytes.toString('hex'));
    const unscaled = BigInt.asIntN(bytes.length * 8, bits);
    const sign = unscaled < 0n ? '-' : '';
    const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(this.scale + 1, '0');
    const point = digits.length - this.scale;
    const text = sign + digits.slice(0, point) + (this.scale > 0 ? '.' + digits.slice(point) : '');
    // Rates have room for six decimals and are shown with two at least.
    return this.scale > 2 ? text.replace(/(\.\d{2,}?)0+$/, '$1') : text;
  }

  /** Asked of a field that has a default. */
  _toValue(text) {
    const [whole, part = ''] = text.split('.');
    const unscaled = BigInt(whole + part.padEnd(this.scale, '0'));
    let length = 1;
    while (BigInt.asIntN(length * 8, unscaled) !== unscaled) {
      length++;
    }
    const hex = BigInt.asUintN(length * 8, unscaled).toString(16);
    return Buffer.from(hex.padStart(length * 2, '0'), 'hex');
  }
}

/** Avro's date: days since 1970-01-01. */
class CalendarDay extends types.LogicalType {
  _fromValue(days) {
    return new Date(days * DAY).toISOString().slice(0, 10);
  }

  _toValue(day) {
    return Date.parse(day) / DAY;
  }
}

async function main([broker, registryUrl, topic, records, seconds = '60']) {
  const wanted = Number(records);
  let read = 0;
  const limit = setTimeout(() => fail(`only ${read} of ${wanted} records after ${seconds} s`), Number(seconds) * 1000);

  const registry = new SchemaRegistry(
    { host: registryUrl },
    { [SchemaType.AVRO]: { logicalTypes: { decimal: Decimal, date: CalendarDay } } },
  );
  const kafka = new Kafka({ clientId: 'read-invoices', brokers: [broker], logLevel: logLevel.ERROR });
  const consumer = kafka.consumer({ groupId: `read-invoices-${topic}-${process.pid}`, readUncommitted: false });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise((resolve, reject) => {
    const eachMessage = async ({ message }) => {
      if (read < wanted) {
        process.stdout.write(JSON.stringify(await line(registry, message)) + '\n');
        read++;
      }
      if (read === wanted) {
        resolve();
      }
    };
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    consumer.run({ eachMessage }).catch(reject);
  });
  await consumer.disconnect();
  clearTimeout(limit);
}

async function line(registry, { key, offset, value }) {
  return {
    key: key.toString('utf8'),
    offset,
    magic: value.readUInt8(0),
    schemaId: value.readInt32BE(1),
    value: await registry.decode(value),
  };
}

function fail(why) {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

main(process.argv.slice(2)).catch((error) => fail(error.stack));
