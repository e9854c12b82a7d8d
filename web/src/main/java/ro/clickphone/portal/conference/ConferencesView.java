package ro.clickphone.portal.conference;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import ro.clickphone.pbx.callflow.ConferencesNow;
import ro.clickphone.pbx.conference.Conference;
import ro.clickphone.pbx.conference.ConferenceService;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.layout.Me;

/** The customer's conferences (manual, item 44): named ones with a code, and who is in each now. */
@Named
@ViewScoped
public class ConferencesView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    @Inject
    private Me me;

    @Inject
    private ConferenceService conferences;

    @Inject
    private ConferencesNow now;

    @Inject
    private Refusals refusals;

    private String name = "";
    private boolean withCode = true;
    private int room;

    /** A conference that was named, or one in which people are. */
    public record Row(int room, String number, String name, String code, List<Guest> guests) {
        public boolean isNamed() {
            return !name.isEmpty();
        }
    }

    /** Somebody in it. */
    public record Guest(String who, String since) {}

    public List<Row> getRows() {
        List<Conference> named = conferences.list(me.id());
        List<ConferencesNow.Guest> guests = now.guests(me.id());
        return IntStream.rangeClosed(1, ConferenceService.MOST)
                .mapToObj(number -> named.stream()
                        .filter(conference -> conference.room() == number)
                        .findFirst()
                        .orElseGet(() -> new Conference(number, "", "")))
                .map(conference -> row(conference, guests))
                .filter(row -> row.isNamed() || !row.guests().isEmpty())
                .toList();
    }

    private Row row(Conference conference, List<ConferencesNow.Guest> guests) {
        return new Row(
                conference.room(),
                conference.number(),
                conference.name(),
                conference.code(),
                guests.stream()
                        .filter(guest -> guest.room() == conference.room())
                        .map(this::guest)
                        .toList());
    }

    private Guest guest(ConferencesNow.Guest guest) {
        String number = guest.number().isEmpty() ? refusals.text("conference.hidden", List.of()) : guest.number();
        return new Guest(
                guest.name().isEmpty() ? number : number + " – " + guest.name(),
                refusals.text(
                        "conference.since", List.of(TIME.format(guest.since().atZone(me.zone())))));
    }

    public boolean isFull() {
        return conferences.list(me.id()).size() >= ConferenceService.MOST;
    }

    public void create() {
        try {
            Conference made = conferences.create(
                    me.id(), name, withCode ? ConferenceService.Door.CODE : ConferenceService.Door.OPEN);
            name = "";
            refusals.done("conference.created", made.name(), made.number());
        } catch (Refusal refusal) {
            refusals.show(refusal, "new");
        }
    }

    public void newCode(int wanted) {
        door(wanted, ConferenceService.Door.CODE, "conference.code.made");
    }

    public void noCode(int wanted) {
        door(wanted, ConferenceService.Door.OPEN, "conference.code.gone");
    }

    private void door(int wanted, ConferenceService.Door door, String told) {
        try {
            refusals.done(told, conferences.setDoor(me.id(), wanted, door).name());
        } catch (NotFound gone) {
            refusals.show(gone, "");
        }
    }

    public void ask(int wanted) {
        room = wanted;
    }

    /** What the question is about. */
    public String getAsked() {
        return the(room).map(Conference::name).orElse("");
    }

    public void delete() {
        try {
            String gone = getAsked();
            conferences.delete(me.id(), room);
            refusals.done("conference.deleted", gone);
        } catch (NotFound gone) {
            refusals.show(gone, "");
        }
    }

    private Optional<Conference> the(int wanted) {
        return conferences.list(me.id()).stream()
                .filter(conference -> conference.room() == wanted)
                .findFirst();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public boolean isWithCode() {
        return withCode;
    }

    public void setWithCode(boolean withCode) {
        this.withCode = withCode;
    }
}
