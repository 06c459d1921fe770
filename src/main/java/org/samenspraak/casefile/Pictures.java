package org.samenspraak.casefile;

import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.samenspraak.kernel.Refusal;

/** How large a picture says it is: only its head is read, nothing is decoded. */
public final class Pictures {

    /** Above this many pixels a small file can fill the memory of who shows it. */
    public static final long MOST_PIXELS = 50_000_000;

    private static final long MILLION = 1_000_000;

    private Pictures() {}

    /** @throws Refusal for a picture of more than {@value #MOST_PIXELS} pixels */
    static void refuseHuge(String type, InputStream content) {
        if (type.startsWith("image/") && pixels(content) > MOST_PIXELS) {
            throw Refusal.of("file", "casefile.refusal.picture-too-large", MOST_PIXELS / MILLION);
        }
    }

    /** None of what nobody here can decode. */
    private static long pixels(InputStream content) {
        try (var head = new MemoryCacheImageInputStream(content)) {
            var readers = ImageIO.getImageReaders(head);
            if (!readers.hasNext()) {
                return 0;
            }
            var reader = readers.next();
            try {
                reader.setInput(head, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // what a reader makes of a broken or hostile head; then it can't be shown either
            return 0;
        }
    }
}
