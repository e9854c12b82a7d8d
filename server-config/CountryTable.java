import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the table of countries that {@code ro.clickphone.pbx.fraud.Countries} reads, from the two files of the npm package
 * {@code @ip-location-db/geo-whois-asn-country} (CC0-1.0; data of nro.net, CC BY 4.0):
 *
 * <pre>java server-config/CountryTable.java geo-whois-asn-country-ipv4.csv geo-whois-asn-country-ipv6.csv countries.bin</pre>
 *
 * Each family: the number of ranges, then of each the distance from the one before (variable length, of the first 32 or
 * 64 bits) and the country's place in the list, 0 for nobody's.
 */
public class CountryTable {
    private static final Map<String, Integer> PLACES = new LinkedHashMap<>();

    private record Range(BigInteger start, BigInteger end, int country) {}

    public static void main(String... files) throws IOException {
        List<Range> v4 = read(Path.of(files[0]), 0);
        List<Range> v6 = read(Path.of(files[1]), 64);
        try (DataOutputStream out = new DataOutputStream(
                new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(files[2])))))) {
            out.writeShort(PLACES.size());
            for (String country : PLACES.keySet()) {
                out.writeBytes(country);
            }
            write(v4, out);
            write(v6, out);
        }
    }

    private static List<Range> read(Path file, int shift) throws IOException {
        List<Range> ranges = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",");
            if (cells.length < 3 || !cells[2].matches("[A-Z]{2}")) {
                continue;
            }
            int place = PLACES.computeIfAbsent(cells[2], country -> PLACES.size() + 1);
            ranges.add(new Range(number(cells[0]).shiftRight(shift), number(cells[1]).shiftRight(shift), place));
        }
        return joined(ranges);
    }

    /** Neighbours of one country become one; gaps become nobody's. */
    private static List<Range> joined(List<Range> ranges) {
        List<Range> joined = new ArrayList<>();
        BigInteger next = BigInteger.ZERO;
        for (Range range : ranges) {
            if (range.start().compareTo(next) > 0) {
                add(joined, new Range(next, range.start().subtract(BigInteger.ONE), 0));
            }
            if (range.start().compareTo(next) >= 0) {
                add(joined, range);
                next = range.end().add(BigInteger.ONE);
            }
        }
        add(joined, new Range(next, next, 0));
        return joined;
    }

    private static void add(List<Range> joined, Range range) {
        if (joined.isEmpty() || joined.get(joined.size() - 1).country() != range.country()) {
            joined.add(range);
        }
    }

    private static void write(List<Range> ranges, DataOutputStream out) throws IOException {
        out.writeInt(ranges.size());
        BigInteger before = BigInteger.ZERO;
        for (Range range : ranges) {
            variable(range.start().subtract(before).longValueExact(), out);
            out.writeByte(range.country());
            before = range.start();
        }
    }

    private static void variable(long value, DataOutputStream out) throws IOException {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            out.writeByte((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        out.writeByte((int) left);
    }

    private static BigInteger number(String address) throws IOException {
        return new BigInteger(1, InetAddress.getByName(address).getAddress());
    }
}
