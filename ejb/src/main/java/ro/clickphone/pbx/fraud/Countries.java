package ro.clickphone.pbx.fraud;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * In which country a network address is used, from a table inside the product; nobody is asked. Made by {@code
 * server-config/CountryTable.java} from @ip-location-db/geo-whois-asn-country (CC0-1.0), whose data is nro.net's (CC BY 4.0).
 */
@ApplicationScoped
public class Countries {
    private static final String TABLE = "countries.bin";

    private Table table;

    /** Two letters (ISO 3166-1); empty for private addresses, and those that nobody has. */
    public Optional<String> of(InetAddress address) {
        if (address.isSiteLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()) {
            return Optional.empty();
        }
        byte[] octets = address.getAddress();
        Table known = table();
        return octets.length == Integer.BYTES
                ? known.v4().find(Integer.toUnsignedLong(ByteBuffer.wrap(octets).getInt()))
                : known.v6().find(ByteBuffer.wrap(octets).getLong());
    }

    /** The same for an address as it is written; empty when it is none. */
    public Optional<String> of(String address) {
        return Network.address(address).flatMap(this::of);
    }

    private synchronized Table table() {
        if (table == null) {
            table = read();
        }
        return table;
    }

    private static Table read() {
        try (InputStream file = Countries.class.getResourceAsStream(TABLE);
                DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)))) {
            String[] countries = new String[in.readShort() + 1];
            for (int place = 1; place < countries.length; place++) {
                countries[place] = new String(in.readNBytes(2), StandardCharsets.US_ASCII);
            }
            return new Table(family(in, countries), family(in, countries));
        } catch (IOException e) {
            throw new UncheckedIOException("the table of countries cannot be read", e);
        }
    }

    private static Family family(DataInputStream in, String[] countries) throws IOException {
        int size = in.readInt();
        long[] starts = new long[size];
        byte[] places = new byte[size];
        long start = 0;
        for (int at = 0; at < size; at++) {
            start += variable(in);
            starts[at] = start;
            places[at] = in.readByte();
        }
        return new Family(starts, places, countries);
    }

    private static long variable(DataInputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int octet = in.readUnsignedByte();
            value |= (octet & 0x7FL) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
    }

    private record Table(Family v4, Family v6) {}

    /** Where each range begins, in order, and whose it is; what is used today lies below the sign bit in both families. */
    private record Family(long[] starts, byte[] places, String[] countries) {
        Optional<String> find(long address) {
            int at = Arrays.binarySearch(starts, address);
            int range = at >= 0 ? at : -at - 2;
            return range < 0 ? Optional.empty() : Optional.ofNullable(countries[Byte.toUnsignedInt(places[range])]);
        }
    }
}
