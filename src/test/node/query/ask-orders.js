// Usage: node ask-orders.js ADDRESS ORDER
// Validates the server's OpenAPI document, makes a client of it, asks with it, and holds each answer against its schema.
const Ajv = require('ajv/dist/2020')
const addFormats = require('ajv-formats')
const { OpenAPIClientAxios } = require('openapi-client-axios')

const [address, id] = process.argv.slice(2)

async function main () {
  const definition = await (await fetch(`${address}/openapi.json`)).json()

  const { Validator } = await import('@seriousme/openapi-schema-validator')
  const judged = await new Validator().validate(structuredClone(definition))
  if (!judged.valid) throw new Error(JSON.stringify(judged.errors))

  const ajv = addFormats(new Ajv({ strict: false }))
  const hold = (operation, status, data) => {
    const responses = Object.values(definition.paths).flatMap(path => Object.values(path))
      .find(candidate => candidate.operationId === operation).responses
    const response = responses[status] ?? definition.components.responses.Problem
    const [content] = Object.values(response.content)
    const validate = ajv.compile({ ...content.schema, components: definition.components })
    if (!validate(data)) throw new Error(`${operation} ${status}: ${ajv.errorsText(validate.errors)}`)
  }

  const api = new OpenAPIClientAxios({ definition: structuredClone(definition), withServer: { url: address } })
  const client = await api.init()
  const any = { validateStatus: () => true }
  const ask = async (operation, parameters, body) => {
    const { status, data } = await client[operation](parameters, body, any)
    hold(operation, status, data)
    console.log(JSON.stringify({ operation, status, data }))
    return data
  }

  const { today } = await ask('order', { id })
  await ask('order', { id, explain: true })
  await ask('facts', { id })
  await ask('documents', { id, asOf: today })
  await ask('forecast', { id, until: `${Number(today.slice(0, 4)) + 1}-01-01` })
  await ask('forecastAssuming', { id }, { until: `${Number(today.slice(0, 4)) + 1}-01-01`, facts: [] })
  await ask('list', { list: 'orders', limit: 3 })
  await ask('ageing', {})
  await ask('ready', {})
  await ask('command', { id, command: 'hold', 'Idempotency-Key': 'npm-1' }, { reason: 'DISPUTE' })
  await ask('order', { id: 'nobody-knows-it' })
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
