package org.samenspraak.publication;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Keeps the body until it is whole; what else is said of the answer goes through. */
class SpooledAnswer extends NoCookiesSet {

    private final Spool body;
    /** The stream that pages write to: closing it doesn't end the spool. */
    private final ServletOutputStream out;

    private @Nullable PrintWriter writer;

    SpooledAnswer(HttpServletResponse response, Spool body) {
        super(response);
        this.body = body;
        this.out = new Unclosed(body);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return out;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(out, Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    @Override
    public void flushBuffer() {
        if (writer != null) {
            writer.flush();
        }
    }

    @Override
    public void reset() {
        super.reset();
        resetBuffer();
    }

    @Override
    public void resetBuffer() {
        writer = null;
        body.clear();
    }

    /** Known when it is whole. */
    @Override
    public void setContentLength(int length) {
        // see above
    }

    @Override
    public void setContentLengthLong(long length) {
        // see above
    }

    private static final class Unclosed extends ServletOutputStream {

        private final Spool to;

        private Unclosed(Spool to) {
            this.to = to;
        }

        @Override
        public void write(int one) throws IOException {
            to.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            to.write(bytes, from, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(jakarta.servlet.WriteListener listener) {
            to.setWriteListener(listener);
        }
    }
}
