package io.echeance.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The files that pages name: each at an address with its digest, so that a browser keeps it for ever. */
final class Assets {

    private static final int DIGEST_BYTES = 4;
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.8/dist/htmx.min.js";
    private static final Map<String, String> FILES = Map.of(
            "htmx.js", HTMX,
            "console.js", "/console/console.js",
            "console.css", "/console/console.css",
            "icon.svg", "/console/icon.svg");

    private final Map<String, Asset> byName = new TreeMap<>();

    /** One of them, as it is and as it is sent to who takes it compressed. */
    static final class Asset {
        final String address;
        final String type;
        final byte[] bytes;
        final byte[] zipped;

        private Asset(String address, String type, byte[] bytes) {
            this.address = address;
            this.type = type;
            this.bytes = bytes;
            this.zipped = zipped(bytes);
        }
    }

    private Assets() {}

    static Assets bundled() {
        Assets assets = new Assets();
        FILES.forEach((name, resource) -> assets.byName.put(name, read(name, resource)));
        return assets;
    }

    static Set<String> names() {
        return FILES.keySet();
    }

    String address(String name) {
        Asset asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return asset.address;
    }

    /** Null: there is none of this name, or not in this version. */
    @Nullable
    Asset at(String address) {
        return byName.values().stream()
                .filter(asset -> asset.address.equals(address))
                .findFirst()
                .orElse(null);
    }

    private static Asset read(String name, String resource) {
        try (InputStream file = Assets.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            byte[] bytes = file.readAllBytes();
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, DIGEST_BYTES);
            return new Asset("/assets/" + digest + "/" + name, type(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String type(String name) {
        return name.endsWith(".css")
                ? "text/css; charset=utf-8"
                : name.endsWith(".js") ? "text/javascript; charset=utf-8" : "image/svg+xml";
    }

    static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
