package org.samenspraak.voting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.regex.Pattern;

/** An exact number in lowest terms; the bottom is above zero. */
public record Fraction(BigInteger top, BigInteger bottom) implements Comparable<Fraction> {

    public static final Fraction ZERO = of(0);
    private static final Pattern TEXT = Pattern.compile("-?\\d{1,300}(/\\d{1,300}|[.,]\\d{1,30})?");

    public Fraction {
        if (bottom.signum() == 0) {
            throw new ArithmeticException("nothing can be divided by zero");
        }
        var common = bottom.signum() < 0 ? top.gcd(bottom).negate() : top.gcd(bottom);
        top = top.divide(common);
        bottom = bottom.divide(common);
    }

    public static Fraction of(long whole) {
        return of(whole, 1);
    }

    public static Fraction of(long top, long bottom) {
        return new Fraction(BigInteger.valueOf(top), BigInteger.valueOf(bottom));
    }

    /**
     * Reads {@code 3}, {@code 3/4} or {@code 0.75} (comma or point).
     *
     * @throws NumberFormatException when it is none of these
     */
    public static Fraction parse(String text) {
        var number = text.strip();
        if (!TEXT.matcher(number).matches()) {
            throw new NumberFormatException(text);
        }
        var slash = number.indexOf('/');
        if (slash >= 0) {
            return new Fraction(
                    new BigInteger(number.substring(0, slash)), nonZero(new BigInteger(number.substring(slash + 1))));
        }
        var decimal = new BigDecimal(number.replace(',', '.'));
        return new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    public Fraction plus(Fraction other) {
        return new Fraction(top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.top.negate(), other.bottom));
    }

    public Fraction times(Fraction other) {
        return new Fraction(top.multiply(other.top), bottom.multiply(other.bottom));
    }

    public Fraction times(long factor) {
        return times(of(factor));
    }

    /** @throws ArithmeticException when the other is zero */
    public Fraction dividedBy(Fraction other) {
        return new Fraction(top.multiply(other.bottom), bottom.multiply(other.top));
    }

    public static Fraction sum(Collection<Fraction> terms) {
        return terms.stream().reduce(ZERO, Fraction::plus);
    }

    public int signum() {
        return top.signum();
    }

    /** @throws ArithmeticException when it is no whole number, or too large a one */
    long whole() {
        if (!bottom.equals(BigInteger.ONE)) {
            throw new ArithmeticException(this + " is not whole");
        }
        return top.longValueExact();
    }

    /** The largest whole number that is not above this one. */
    public BigInteger floor() {
        var parts = top.divideAndRemainder(bottom);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** Cut off after so many digits, for people to read; never to decide by. */
    public BigDecimal rounded(int digits) {
        return new BigDecimal(top).divide(new BigDecimal(bottom), digits, RoundingMode.DOWN);
    }

    /** The nearest with so many digits, half upwards, as people expect of a mean; never to decide by. */
    public BigDecimal nearest(int digits) {
        return new BigDecimal(top).divide(new BigDecimal(bottom), digits, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Fraction other) {
        return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
    }

    @Override
    public String toString() {
        return bottom.equals(BigInteger.ONE) ? top.toString() : top + "/" + bottom;
    }

    private static BigInteger nonZero(BigInteger number) {
        if (number.signum() == 0) {
            throw new NumberFormatException("divided by zero");
        }
        return number;
    }
}
