package ro.clickphone.engine.sdp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One leg's part in offers and answers (RFC 3264): it remembers what was said, so that payload types keep their meaning,
 * media lines keep their places and versions count up. What fails changes nothing. Used by one thread at a time.
 */
public final class OfferAnswer {
    private static final int EVENT_TYPE = 101;
    private static final int FIRST_DYNAMIC = 96;

    private final LocalAudio local;
    private final Keying keying;
    /** Payload types that have a meaning in this session, ours or the far end's: it must not change (RFC 3264 8.3.2). */
    private final Map<Codec, Integer> types = new EnumMap<>(Codec.class);
    /** The media lines, in their order; one of them is the audio, the others are refused. */
    private List<MediaDescription> lines = List.of();

    /** Our address, as this far end is told it. */
    private String here;

    private int audioLine;
    private long version;
    private List<Format> offered = List.of();
    private Optional<Agreement> agreed = Optional.empty();
    private String lastOwn = "";
    private List<Attribute> faxTerms = List.of();

    public OfferAnswer(LocalAudio local, Keying keying) {
        this.local = local;
        this.keying = keying;
        here = local.addresses().first();
    }

    /** Our offer; the first one, or one anew. */
    public String offer(List<Codec> first) {
        List<Format> formats = new ArrayList<>();
        for (Codec codec : offerOrder(first)) {
            formats.add(codec.format().with(typeOf(codec)));
        }
        if (first.contains(Codec.COMFORT_NOISE)) {
            // only from end to end: who is offered it falls silent in its pauses
            formats.add(Codec.COMFORT_NOISE.format().with(typeOf(Codec.COMFORT_NOISE)));
        }
        formats.add(new Format(eventType(), Format.TELEPHONE_EVENT, 8000, 1, "0-16"));
        offered = List.copyOf(formats);
        if (lines.isEmpty()) {
            lines = List.of(new MediaDescription(
                    "audio", local.rtpPort(), keying.protocol(), List.of(), Optional.empty(), List.of()));
            audioLine = 0;
        }
        return write(
                formats,
                Direction.SENDRECV,
                agreed.map(Agreement::sharedPort).orElse(keying instanceof Dtls),
                keying.offer());
    }

    /** The far end's answer to our last offer. */
    public Agreement accept(String answer) throws SdpException {
        List<MediaDescription> far = SessionDescription.parse(answer).media();
        if (offered.isEmpty()) {
            throw new SdpException("an answer that nobody asked for");
        }
        if (audioLine >= far.size()
                || !far.get(audioLine).isAudio()
                || far.get(audioLine).port() == 0) {
            throw new SdpException("the answer takes no audio");
        }
        MediaDescription audio = far.get(audioLine);
        List<Format> taken = audio.rtpFormats();
        Codec codec = Formats.codecs(taken).stream()
                .filter(ofOurOffer()::contains)
                .findFirst()
                .orElseThrow(() -> new SdpException("the answer takes none of the codecs that we offered"));
        Optional<Encryption> encryption = keying.accept(audio);
        Agreement agreement = new Agreed(audio, taken, codec).by(taken, offered, ofOurOffer(), encryption);
        keying.agree(encryption);
        agreed = Optional.of(agreement);
        // a later offer says what this answer said: a phone that took RTP/SAVP takes nothing else
        List<MediaDescription> answered = new ArrayList<>(lines);
        answered.set(audioLine, audio);
        lines = List.copyOf(answered);
        return agreement;
    }

    /** Our answer to the far end's offer, with what is agreed by it. */
    public Answered answer(String offer, List<Codec> first) throws SdpException {
        List<MediaDescription> far = SessionDescription.parse(offer).media();
        int line = usableLine(far);
        MediaDescription audio = far.get(line);
        List<Format> theirs = audio.rtpFormats();
        Codec codec = choose(Formats.codecs(theirs), first);
        List<Format> ours = new ArrayList<>();
        ours.add(Formats.of(codec, theirs));
        Formats.noise(theirs, codec).ifPresent(ours::add);
        Optional<Format> event = Formats.event(theirs, codec);
        event.ifPresent(ours::add);
        Keying.Reply keys = keying.answer(audio);
        Agreement agreement = new Agreed(audio, theirs, codec).by(ours, ours, Set.of(codec), keys.encryption());
        keying.agree(keys.encryption());
        ours.forEach(format -> Codec.of(format).ifPresent(c -> types.put(c, format.payloadType())));
        here = Addresses.familyAs(audio, local.addresses()).orElse(here);
        lines = far;
        audioLine = line;
        offered = List.copyOf(ours);
        agreed = Optional.of(agreement);
        Direction direction = audio.direction().orElse(Direction.SENDRECV).reversed();
        return new Answered(write(ours, direction, agreement.sharedPort(), keys.lines()), agreement);
    }

    /** Our answer and what it means. */
    public record Answered(String text, Agreement agreement) {}

    // ---- fax in place of the audio ------------------------------------------------------------------------------

    /** Our offer of fax in an agreed session, in the terms of the other leg's far end. */
    public String offerFax(List<Attribute> terms) {
        faxTerms = List.copyOf(terms);
        return fax(audioLine);
    }

    /** The far end's answer to it. */
    public FaxLine acceptFax(String answer) throws SdpException {
        List<MediaDescription> far = SessionDescription.parse(answer).media();
        if (audioLine >= far.size() || !FaxLine.isFax(far.get(audioLine))) {
            throw new SdpException("the answer takes no fax");
        }
        return FaxLine.of(far.get(audioLine)).orElseThrow(() -> new SdpException("the answer has no place for fax"));
    }

    /** Our answer to the far end's offer of fax, in the terms of the other leg's. */
    public String answerFax(String offer, List<Attribute> terms) throws SdpException {
        faxTerms = List.copyOf(terms);
        return answerFax(offer);
    }

    /** The same offer again, or with another address: our terms are what they were. */
    public String answerFax(String offer) throws SdpException {
        List<MediaDescription> far = SessionDescription.parse(offer).media();
        int line = firstOf(far, FaxLine::isFax).orElseThrow(() -> new SdpException("the offer has no fax"));
        lines = far;
        audioLine = firstOf(far, MediaDescription::isAudio).orElse(line);
        return fax(line);
    }

    /** What we said last, again. */
    public String again() {
        return head() + lastOwn;
    }

    private static Optional<Integer> firstOf(List<MediaDescription> far, Predicate<MediaDescription> good) {
        for (int i = 0; i < far.size(); i++) {
            if (good.test(far.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private String fax(int line) {
        StringBuilder own = new StringBuilder();
        own.append("m=image ").append(local.rtpPort()).append(" udptl t38\r\n");
        faxTerms.forEach(term -> own.append(term).append("\r\n"));
        return write(line, own.toString(), List.of());
    }

    /** What was agreed last. */
    public Optional<Agreement> agreed() {
        return agreed;
    }

    /** One that can be encrypted goes before one in clear. */
    private int usableLine(List<MediaDescription> far) throws SdpException {
        return firstLine(far, keying::canEncrypt)
                .or(() -> firstLine(far, keying::mayBeClear))
                .orElseThrow(() -> new SdpException("the offer has no audio that we can take"));
    }

    private static Optional<Integer> firstLine(List<MediaDescription> far, Predicate<MediaDescription> good) {
        return firstOf(far, line -> line.isAudio() && line.port() != 0 && good.test(line));
    }

    /** Ours that are liked first, then ours; those that can only be passed on when they are liked first. */
    private List<Codec> offerOrder(List<Codec> first) {
        List<Codec> order = new ArrayList<>();
        for (Codec codec : first) {
            if (codec.carriesTalk() && isAllowed(codec) && !order.contains(codec)) {
                order.add(codec);
            }
        }
        for (Codec codec : local.codecs()) {
            if (codec.isSpoken() && !order.contains(codec)) {
                order.add(codec);
            }
        }
        return order;
    }

    private Codec choose(List<Codec> theirs, List<Codec> first) throws SdpException {
        Optional<Codec> liked =
                first.stream().filter(theirs::contains).filter(this::isAllowed).findFirst();
        Optional<Codec> kept = agreed.map(Agreement::codec).filter(theirs::contains);
        return liked.or(() -> kept).or(() -> byOrder(theirs)).orElseThrow(() -> new SdpException("no codec in common"));
    }

    /** Opus only when nothing else is left: to encode it costs a hundred times what the others cost. */
    private Optional<Codec> byOrder(List<Codec> theirs) {
        List<Codec> one = local.order() == LocalAudio.Order.OURS ? local.codecs() : theirs;
        List<Codec> other = local.order() == LocalAudio.Order.OURS ? theirs : local.codecs();
        Optional<Codec> last = Optional.empty();
        for (Codec codec : one) {
            if (codec.isSpoken() && other.contains(codec)) {
                if (codec != Codec.OPUS || local.order() == LocalAudio.Order.OURS) {
                    return Optional.of(codec);
                }
                last = Optional.of(codec);
            }
        }
        return last;
    }

    private boolean isAllowed(Codec codec) {
        return local.codecs().contains(codec) || (!codec.isSpoken() && local.order() == LocalAudio.Order.OFFERERS);
    }

    private Set<Codec> ofOurOffer() {
        return Set.copyOf(Formats.codecs(offered));
    }

    private int typeOf(Codec codec) {
        return types.computeIfAbsent(codec, c -> freeType(c.format().payloadType()));
    }

    private int eventType() {
        return agreed.flatMap(Agreement::eventSent)
                .map(TelephoneEvent::payloadType)
                .orElseGet(() -> freeType(EVENT_TYPE));
    }

    private int freeType(int liked) {
        if (!types.containsValue(liked)) {
            return liked;
        }
        int free = FIRST_DYNAMIC;
        while (types.containsValue(free) || free == EVENT_TYPE) {
            free++;
        }
        return free;
    }

    private String write(List<Format> formats, Direction direction, boolean sharedPort, Keying.Lines keys) {
        StringBuilder own = new StringBuilder();
        MediaDescription line = lines.get(audioLine);
        audio(own, line.isAudio() ? line.protocol() : keying.protocol(), formats, direction);
        keys.ofAudio().forEach(key -> own.append(key).append("\r\n"));
        own.append(sharedPort ? "a=rtcp-mux\r\n" : "");
        return write(audioLine, own.toString(), keys.ofSession());
    }

    private String write(int ownLine, String own, List<String> ofSession) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (i == ownLine) {
                text.append(own);
            } else {
                refused(text, lines.get(i));
            }
        }
        String body = text.toString();
        if (!body.equals(lastOwn)) {
            version++;
            lastOwn = body;
        }
        StringBuilder all = new StringBuilder(head());
        ofSession.forEach(key -> all.append(key).append("\r\n"));
        return all.append(body).toString();
    }

    private String head() {
        String at = "IN " + Addresses.family(here) + " " + here;
        return "v=0\r\no=clickphone " + local.session() + " " + version + " " + at + "\r\ns=-\r\nc=" + at
                + "\r\nt=0 0\r\n";
    }

    private void audio(StringBuilder text, String protocol, List<Format> formats, Direction direction) {
        text.append("m=audio ").append(local.rtpPort()).append(' ').append(protocol);
        formats.forEach(format -> text.append(' ').append(format.payloadType()));
        text.append("\r\n");
        for (Format format : formats) {
            text.append(format.rtpmap()).append("\r\n");
            if (!format.parameters().isEmpty()) {
                text.append("a=fmtp:")
                        .append(format.payloadType())
                        .append(' ')
                        .append(format.parameters())
                        .append("\r\n");
            }
        }
        text.append("a=ptime:20\r\na=").append(direction).append("\r\n");
    }

    /** A line that we take no part in keeps its place with port 0 (RFC 3264 6). */
    private static void refused(StringBuilder text, MediaDescription line) {
        text.append("m=").append(line.type()).append(" 0 ").append(line.protocol());
        line.formats().forEach(format -> text.append(' ').append(format));
        text.append("\r\n");
    }
}
