package ro.clickphone.portal.operator;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.NewTrunk;

/** A trunk as it is being typed; the password goes in and is never shown. */
public class TrunkForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long NO_RESERVE = 0;

    private final List<MachineForm> machines = new ArrayList<>();
    private String name = "";
    private String sources = "";
    private TrunkConfig.NumberFormat format = TrunkConfig.NumberFormat.E164_PLUS;
    private Account account = Account.NONE;
    private String loginUser = "";
    private String password = "";
    private String codecs = "";
    private int channels;
    private TrunkConfig.Asserted header = TrunkConfig.Asserted.P_ASSERTED_IDENTITY;
    private TrunkConfig.FromUser from = TrunkConfig.FromUser.CALLER;
    private String fallback = "";
    private TrunkConfig.Watch watch = TrunkConfig.Watch.BY_OPTIONS;
    private long reserve = NO_RESERVE;

    /** What we are to the carrier. */
    public enum Account {
        /** Known by our address only. */
        NONE,
        /** Answers the carrier's challenges without registering. */
        STATIC,
        REGISTERS
    }

    /** An empty one. */
    TrunkForm() {
        machines.add(new MachineForm());
    }

    TrunkForm(TrunkConfig trunk) {
        trunk.peers().forEach(peer -> machines.add(new MachineForm(peer)));
        name = trunk.name();
        sources = String.join("\n", trunk.sources());
        format = trunk.format();
        trunk.login().ifPresent(login -> {
            account = Account.valueOf(login.registration().name());
            loginUser = login.user();
        });
        codecs = String.join(", ", trunk.codecs());
        channels = trunk.channels();
        header = trunk.caller().asserted();
        from = trunk.caller().from();
        fallback = trunk.caller().fallback().orElse("");
        watch = trunk.watch();
        reserve = trunk.reserve().map(TrunkId::value).orElse(NO_RESERVE);
    }

    /** @throws Refusal for the first thing that cannot be; its field is the id of the input, in a machine's line or not */
    NewTrunk order() {
        return new NewTrunk(
                name,
                peers(),
                words(sources),
                format,
                login(),
                words(codecs),
                channels,
                new TrunkConfig.CallerRules(header, from, Optional.of(fallback).filter(number -> !number.isEmpty())),
                watch,
                reserve == NO_RESERVE ? Optional.empty() : Optional.of(new TrunkId(reserve)));
    }

    private List<NewTrunk.Peer> peers() {
        List<NewTrunk.Peer> peers = new ArrayList<>();
        for (MachineForm machine : machines) {
            try {
                peers.add(machine.order());
            } catch (Refusal refusal) {
                String input = "machines:" + peers.size() + ":" + refusal.field();
                throw new Refusal(refusal.code(), input, refusal.arguments().toArray());
            }
        }
        return peers;
    }

    private Optional<NewTrunk.Login> login() {
        if (account == Account.NONE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new NewTrunk.Login(
                    loginUser,
                    Optional.of(password).filter(word -> !word.isEmpty()),
                    TrunkConfig.Registration.valueOf(account.name())));
        } catch (Refusal refusal) {
            throw atItsInput(refusal);
        }
    }

    /** The fields of the account have a dot in their names, which no id of an input can have. */
    static Refusal atItsInput(Refusal refusal) {
        return new Refusal(
                refusal.code(),
                refusal.field().replace("login.", "login-"),
                refusal.arguments().toArray());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    public void addMachine() {
        MachineForm machine = new MachineForm();
        machine.setPriority(Math.min(100, machines.size() + 1));
        machines.add(machine);
    }

    public void removeMachine(MachineForm machine) {
        if (isSeveral()) {
            machines.remove(machine);
        }
    }

    public boolean isSeveral() {
        return machines.size() > 1;
    }

    public boolean isFull() {
        return machines.size() >= NewTrunk.MOST_PEERS;
    }

    public boolean isWithAccount() {
        return account != Account.NONE;
    }

    public List<MachineForm> getMachines() {
        return machines;
    }

    public String getName() {
        return name;
    }

    public void setName(String text) {
        name = trimmed(text);
    }

    public String getSources() {
        return sources;
    }

    public void setSources(String text) {
        sources = trimmed(text);
    }

    public TrunkConfig.NumberFormat getFormat() {
        return format;
    }

    public void setFormat(TrunkConfig.NumberFormat chosen) {
        format = chosen;
    }

    public Account getAccount() {
        return account;
    }

    public void setAccount(Account chosen) {
        account = chosen;
    }

    public String getLoginUser() {
        return loginUser;
    }

    public void setLoginUser(String text) {
        loginUser = trimmed(text);
    }

    public String getPassword() {
        return password;
    }

    /** Nothing typed leaves it as it is: a form that was refused comes back without the password. */
    public void setPassword(String text) {
        if (text != null && !text.isEmpty()) {
            password = text;
        }
    }

    public String getCodecs() {
        return codecs;
    }

    public void setCodecs(String text) {
        codecs = trimmed(text);
    }

    public int getChannels() {
        return channels;
    }

    public void setChannels(int number) {
        channels = number;
    }

    public TrunkConfig.Asserted getHeader() {
        return header;
    }

    public void setHeader(TrunkConfig.Asserted chosen) {
        header = chosen;
    }

    public TrunkConfig.FromUser getFrom() {
        return from;
    }

    public void setFrom(TrunkConfig.FromUser chosen) {
        from = chosen;
    }

    public String getFallback() {
        return fallback;
    }

    public void setFallback(String text) {
        fallback = trimmed(text);
    }

    public TrunkConfig.Watch getWatch() {
        return watch;
    }

    public void setWatch(TrunkConfig.Watch chosen) {
        watch = chosen;
    }

    /** Whose it is that takes the calls of this one; 0 for none. */
    public long getReserve() {
        return reserve;
    }

    public void setReserve(long chosen) {
        reserve = chosen;
    }

    private static String trimmed(String text) {
        return text == null ? "" : text.strip();
    }
}
