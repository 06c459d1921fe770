package org.samenspraak.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture of play hills with huts and young trees, drawn: the demo has no photo of a real place. */
final class HillPicture {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 600;

    private HillPicture() {}

    static byte[] jpeg() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        sky(pen);
        hill(pen, new Color(0x9fbf6e), 330, 250, 360);
        hill(pen, new Color(0x7aa64f), 420, 330, 300);
        hut(pen, 250, 372);
        hut(pen, 640, 392);
        for (var x = 60; x < WIDTH; x += 118) {
            tree(pen, x, 452 + x * 7 % 60, 60 + x % 34);
        }
        hill(pen, new Color(0x5f8a3c), 545, 500, 530);
        pen.dispose();
        return written(image);
    }

    private static void sky(Graphics2D pen) {
        pen.setPaint(new GradientPaint(0, 0, new Color(0x8fc1e3), 0, 380, new Color(0xf3f0df)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(0xfff3bf));
        pen.fill(new Ellipse2D.Double(720, 60, 90, 90));
        pen.setColor(new Color(255, 255, 255, 200));
        for (var cloud = 0; cloud < 4; cloud++) {
            pen.fill(new Ellipse2D.Double(90 + cloud * 46, 96 - cloud % 2 * 22, 92, 52));
        }
    }

    private static void hill(Graphics2D pen, Color colour, int left, int top, int right) {
        var hill = new Path2D.Double(
                new CubicCurve2D.Double(0, left, WIDTH * 0.3, top - 90, WIDTH * 0.6, top + 150, WIDTH, right));
        hill.lineTo(WIDTH, HEIGHT);
        hill.lineTo(0, HEIGHT);
        hill.closePath();
        pen.setColor(colour);
        pen.fill(hill);
    }

    /** Of branches, as children build it. */
    private static void hut(Graphics2D pen, int x, int y) {
        pen.setColor(new Color(0x4a3420));
        var inside = new Path2D.Double();
        inside.moveTo(x - 62, y + 76);
        inside.lineTo(x, y - 52);
        inside.lineTo(x + 62, y + 76);
        inside.closePath();
        pen.fill(inside);
        pen.setColor(new Color(0x8a6238));
        pen.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (var at = -5; at <= 5; at++) {
            if (Math.abs(at) > 1) {
                pen.drawLine(x + at * 13, y + 78, x - at * 2, y - 60);
            }
        }
    }

    private static void tree(Graphics2D pen, int x, int y, int high) {
        pen.setColor(new Color(0x6b4a2b));
        pen.fillRect(x - 3, y - high, 7, high);
        pen.setColor(new Color(0x3f7a34));
        pen.fill(new Ellipse2D.Double(x - high * 0.32, y - high * 1.5, high * 0.64, high * 0.86));
        pen.setColor(new Color(0x5c9a47));
        pen.fill(new Ellipse2D.Double(x - high * 0.2, y - high * 1.45, high * 0.34, high * 0.5));
    }

    private static byte[] written(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
