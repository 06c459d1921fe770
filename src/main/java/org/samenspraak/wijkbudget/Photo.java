package org.samenspraak.wijkbudget;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Pictures;

/**
 * Makes a photo anew: only its colours are taken over, so nothing is left of who took it, where and with what, nor of anything that was
 * hidden in the file. Turned as it was held (Exif 2.32, tag 274).
 */
final class Photo {

    private static final int LONGEST_SIDE = 1600;

    private static final Set<String> FORMATS = Set.of("jpeg", "png");
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int EXIF_MARKER = 225;
    private static final int ORIENTATION = 274;
    private static final int ENTRY_BYTES = 12;

    private Photo() {}

    /** As JPEG; nothing when it is no photo that can be read. */
    static Optional<byte[]> anew(byte[] file) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(input);
                return read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            // what a decoder makes of a broken or hostile file; the file itself stays in the dossier
            return Optional.empty();
        }
    }

    private static Optional<byte[]> read(ImageReader reader) throws IOException {
        var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT)) || pixels > Pictures.MOST_PIXELS) {
            return Optional.empty();
        }
        var all = reader.readAll(0, null);
        if (!(all.getRenderedImage() instanceof BufferedImage image)) {
            return Optional.empty();
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(small(turned(image, orientation(all.getMetadata()))), "jpg", out);
        return Optional.of(out.toByteArray());
    }

    private static BufferedImage small(BufferedImage image) {
        var scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return small;
    }

    /** Quarter turns only; mirrored photos come from no camera. */
    private static BufferedImage turned(BufferedImage image, int orientation) {
        var turn = new AffineTransform();
        switch (orientation) {
            case 3 -> turn.quadrantRotate(2, image.getWidth() / 2.0, image.getHeight() / 2.0);
            case 6 -> {
                turn.translate(image.getHeight(), 0);
                turn.quadrantRotate(1);
            }
            case 8 -> {
                turn.translate(0, image.getWidth());
                turn.quadrantRotate(3);
            }
            default -> {
                return image;
            }
        }
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(image, null);
    }

    private static int orientation(@Nullable IIOMetadata metadata) {
        if (metadata == null || metadata.getNativeMetadataFormatName() == null) {
            return 1;
        }
        var root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        var unknown = root.getElementsByTagName("unknown");
        for (int i = 0; i < unknown.getLength(); i++) {
            if (unknown.item(i) instanceof IIOMetadataNode node
                    && String.valueOf(EXIF_MARKER).equals(node.getAttribute("MarkerTag"))
                    && node.getUserObject() instanceof byte[] segment) {
                return orientation(segment);
            }
        }
        return 1;
    }

    private static int orientation(byte[] segment) {
        if (segment.length < EXIF.length + 8 || !Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length)) {
            return 1;
        }
        var tiff = ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length)
                .slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var at = tiff.getInt(4);
        var entries = tiff.getShort(at);
        for (int i = 0; i < entries; i++) {
            var entry = at + 2 + i * ENTRY_BYTES;
            if (tiff.getShort(entry) == ORIENTATION) {
                return tiff.getShort(entry + 8);
            }
        }
        return 1;
    }
}
