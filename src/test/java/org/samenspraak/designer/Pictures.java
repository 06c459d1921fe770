package org.samenspraak.designer;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures of the guide for designers: taken anew with {@code -Dsamenspraak.guide-pictures=docs/designer-guide}. */
final class Pictures {

    private static final int MOST_COLOURS = 256;

    private Pictures() {}

    /** What a reader of the guide sees at this step. */
    static void take(Page page, String name) {
        var folder = System.getProperty("samenspraak.guide-pictures");
        if (folder != null) {
            write(page.locator("main").screenshot(), Path.of(folder, name + ".png"));
        }
    }

    private static void write(byte[] png, Path file) {
        try {
            ImageIO.write(compact(ImageIO.read(new ByteArrayInputStream(png))), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the colours that it has most of: a page has few, the rest are the edges of its letters. */
    private static BufferedImage compact(BufferedImage whole) {
        var counted = new HashMap<Integer, Integer>();
        for (int at = 0; at < whole.getWidth() * whole.getHeight(); at++) {
            counted.merge(coarse(whole.getRGB(at % whole.getWidth(), at / whole.getWidth())), 1, Integer::sum);
        }
        var palette = counted.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_COLOURS)
                .map(Map.Entry::getKey)
                .toList();
        var colours = palette.stream().mapToInt(Integer::intValue).toArray();
        var model = new IndexColorModel(8, colours.length, colours, 0, false, -1, 0);
        var small = new BufferedImage(whole.getWidth(), whole.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        var nearest = new HashMap<Integer, Integer>();
        for (int at = 0; at < whole.getWidth() * whole.getHeight(); at++) {
            var colour = coarse(whole.getRGB(at % whole.getWidth(), at / whole.getWidth()));
            var index = nearest.computeIfAbsent(colour, it -> nearest(it, palette));
            small.getRaster().setSample(at % whole.getWidth(), at / whole.getWidth(), 0, index);
        }
        return small;
    }

    /** About fifty steps for each of red, green and blue. */
    private static int coarse(int rgb) {
        var coarse = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            coarse |= (Math.round(((rgb >> shift) & 0xff) / 5f) * 5) << shift;
        }
        return coarse;
    }

    private static int nearest(int colour, List<Integer> palette) {
        var best = 0;
        for (int at = 0; at < palette.size(); at++) {
            if (apart(colour, palette.get(at)) < apart(colour, palette.get(best))) {
                best = at;
            }
        }
        return best;
    }

    private static int apart(int one, int other) {
        var sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            sum += Math.abs((one >> shift & 0xff) - (other >> shift & 0xff));
        }
        return sum;
    }
}
