package ro.clickphone.engine;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.Optional;

/** The fax machine of Steve Underwood's library, as Debian brings it (libspandsp2): many exchanges send faxes by it. */
interface Spandsp extends Library {
    /** Empty where it is not installed. */
    static Optional<Spandsp> find() {
        try {
            return Optional.of(Native.load("libspandsp.so.2", Spandsp.class));
        } catch (UnsatisfiedLinkError missing) {
            return Optional.empty();
        }
    }

    /** The end of it all: 0 when every page has arrived. */
    interface PhaseE extends Callback {
        void ended(Pointer t30, Pointer user, int code);
    }

    /** A packet of T.38 is to be sent. */
    interface Packets extends Callback {
        int send(Pointer core, Pointer user, Pointer packet, int length, int count);
    }

    Pointer fax_init(Pointer none, int calling);

    Pointer fax_get_t30_state(Pointer fax);

    void fax_set_transmit_on_idle(Pointer fax, int on);

    int fax_rx(Pointer fax, short[] sound, int length);

    int fax_tx(Pointer fax, short[] sound, int most);

    Pointer t38_terminal_init(Pointer none, int calling, Packets packets, Pointer user);

    Pointer t38_terminal_get_t30_state(Pointer terminal);

    Pointer t38_terminal_get_t38_core_state(Pointer terminal);

    int t38_terminal_send_timeout(Pointer terminal, int samples);

    int t38_core_rx_ifp_packet(Pointer core, byte[] packet, int length, short sequence);

    void t30_set_tx_file(Pointer t30, String file, int first, int last);

    void t30_set_rx_file(Pointer t30, String file, int last);

    void t30_set_phase_e_handler(Pointer t30, PhaseE handler, Pointer user);

    String t30_completion_code_to_str(int code);
}
