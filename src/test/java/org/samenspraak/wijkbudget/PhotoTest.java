package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Photos made anew. */
class PhotoTest {

    private static final String PLACE = "51.0543 N, 3.7174 E";

    @Test
    void keepNothingBesideTheirColours() throws IOException {
        var file = jpeg(40, 20, 1);
        assertThat(text(file)).contains(PLACE);

        var anew = Photo.anew(file).orElseThrow();

        assertThat(text(anew)).doesNotContain(PLACE, "Exif");
        assertThat(size(anew)).isEqualTo("40x20");
    }

    @Test
    void areTurnedAsTheyWereHeld() throws IOException {
        assertThat(size(Photo.anew(jpeg(40, 20, 6)).orElseThrow())).isEqualTo("20x40");
        assertThat(size(Photo.anew(jpeg(40, 20, 8)).orElseThrow())).isEqualTo("20x40");
        var upsideDown = ImageIO.read(
                new ByteArrayInputStream(Photo.anew(jpeg(40, 20, 3)).orElseThrow()));
        assertThat(upsideDown.getWidth()).isEqualTo(40);
        assertThat(new Color(upsideDown.getRGB(35, 10)).getRed())
                .as("red stood left")
                .isGreaterThan(200);
    }

    @Test
    void areReadInWhateverOrderAProgramWroteThem() throws IOException {
        var file = jpeg(40, 20, 6);
        var exif = segment(file, 2);
        var first = segment(file, exif);
        var swapped = ByteBuffer.allocate(file.length)
                .put(file, 0, 2)
                .put(file, exif, first - exif)
                .put(file, 2, exif - 2)
                .put(file, first, file.length - first);

        assertThat(size(Photo.anew(swapped.array()).orElseThrow())).isEqualTo("20x40");
    }

    /** Where the segment ends that begins there. */
    private static int segment(byte[] file, int at) {
        return at + 2 + (((file[at + 2] & 0xff) << 8) | (file[at + 3] & 0xff));
    }

    @Test
    void areMadeSmall() throws IOException {
        assertThat(size(Photo.anew(jpeg(3200, 1600, 1)).orElseThrow())).isEqualTo("1600x800");
    }

    @Test
    void areOnlyWhatCanBeReadAsOne() throws IOException {
        var file = jpeg(40, 20, 1);

        assertThat(Photo.anew("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(Photo.anew("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(Photo.anew(Arrays.copyOf(file, 30))).isEmpty();
        assertThat(Photo.anew(hugePng()))
                .as("a small file that would fill the memory")
                .isEmpty();
        var gif = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_INDEXED), "gif", gif);
        assertThat(Photo.anew(gif.toByteArray())).isEmpty();
    }

    /** Left half red, right half blue, with an Exif segment. */
    static byte[] jpeg(int width, int height, int orientation) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        var plain = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", plain);
        var exif = exif(orientation);
        var bytes = plain.toByteArray();
        // JFIF says that its own segment comes first, so the other one goes behind it
        var behind = segment(bytes, 2);
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, behind);
        out.write(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) ((exif.length + 2) >> 8), (byte) (exif.length + 2)});
        out.write(exif);
        out.write(bytes, behind, bytes.length - behind);
        return out.toByteArray();
    }

    private static byte[] exif(int orientation) {
        var place = PLACE.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(32 + place.length)
                .put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(place)
                .array();
    }

    /** A PNG whose head says 60,000 by 60,000 pixels. */
    private static byte[] hugePng() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", out);
        var bytes = out.toByteArray();
        var head = ByteBuffer.wrap(bytes);
        head.putInt(16, 60_000).putInt(20, 60_000);
        var sum = new CRC32();
        sum.update(bytes, 12, 17);
        head.putInt(29, (int) sum.getValue());
        return bytes;
    }

    private static String size(byte[] photo) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(photo));
        return image.getWidth() + "x" + image.getHeight();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
