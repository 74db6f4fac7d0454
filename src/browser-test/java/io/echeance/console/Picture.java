package io.echeance.console;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A page has few colours: one byte a point says which, in place of three. */
final class Picture {

    private static final int COLOURS = 256;

    private Picture() {}

    static void small(Path whole, Path small) throws IOException {
        BufferedImage from = ImageIO.read(whole.toFile());
        int[] points = from.getRGB(0, 0, from.getWidth(), from.getHeight(), null, 0, from.getWidth());
        int[] usual = IntStream.of(points).boxed().collect(groupingBy(point -> point, counting())).entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        IndexColorModel colours = new IndexColorModel(8, usual.length, usual, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage to =
                new BufferedImage(from.getWidth(), from.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        Map<Integer, Integer> places = new HashMap<>();
        for (int n = 0; n < points.length; n++) {
            int place = places.computeIfAbsent(points[n], point -> nearest(point, usual));
            to.getRaster().setSample(n % from.getWidth(), n / from.getWidth(), 0, place);
        }
        ImageIO.write(to, "png", small.toFile());
    }

    private static int nearest(int point, int[] colours) {
        return IntStream.range(0, colours.length)
                .boxed()
                .min(Comparator.comparingInt(n -> distance(point, colours[n])))
                .orElseThrow();
    }

    private static int distance(int one, int other) {
        return Math.abs((one >> 16 & 255) - (other >> 16 & 255))
                + Math.abs((one >> 8 & 255) - (other >> 8 & 255))
                + Math.abs((one & 255) - (other & 255));
    }
}
