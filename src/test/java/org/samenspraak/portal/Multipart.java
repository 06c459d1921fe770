package org.samenspraak.portal;

/** The body of a form with files, written by hand, so that it can be wrong. */
final class Multipart {

    static final String EDGE = "edge";

    private Multipart() {}

    static String part(String name, String content) {
        return "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    static String file(String name, String file, String content) {
        return "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\nContent-Type: application/pdf\r\n\r\n" + content + "\r\n";
    }
}
