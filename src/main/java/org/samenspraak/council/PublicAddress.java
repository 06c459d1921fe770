package org.samenspraak.council;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Whether an address of the network is one of the open internet: never this machine, the city's own network or a cloud's insides. */
final class PublicAddress {

    private PublicAddress() {}

    static boolean test(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet4Address
                ? isPublic(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff)
                : isGlobal(bytes);
    }

    private static boolean isPublic(int first, int second, int third) {
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> second < 64 || second > 127; // shared by customers of one provider
            case 169 -> second != 254;
            case 172 -> second < 16 || second > 31;
            case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2));
            case 198 -> second != 18 && second != 19;
            default -> first < 224; // multicast, reserved, everybody
        };
    }

    /** Of 2000::/3 only, without the tunnels that hold an IPv4 address of anywhere. */
    private static boolean isGlobal(byte[] bytes) {
        var first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        var second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        return first >>> 13 == 1 && first != 0x2002 && !(first == 0x2001 && second < 0x200);
    }
}
