package org.samenspraak.wijkbudget;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.samenspraak.casefile.Pictures;

/**
 * Makes a photo anew: only its colours are taken over, so nothing is left of who took it, where and with what, nor of anything that was
 * hidden in the file. Turned as it was held (Exif 2.32, tag 274).
 */
final class Photo {

    private static final int LONGEST_SIDE = 1600;

    private static final Set<String> FORMATS = Set.of("jpeg", "png");

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
                return read(reader, orientation(file));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            // what a decoder makes of a broken or hostile file; the file itself stays in the dossier
            return Optional.empty();
        }
    }

    private static Optional<byte[]> read(ImageReader reader, int orientation) throws IOException {
        var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT)) || pixels > Pictures.MOST_PIXELS) {
            return Optional.empty();
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(small(turned(reader.read(0), orientation)), "jpg", out);
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

    /** As its camera noted it; as it lies where that can't be read. */
    private static int orientation(byte[] file) {
        try {
            var noted = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            var turn = noted == null ? null : noted.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
            return turn == null ? 1 : turn;
        } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
            return 1;
        }
    }
}
