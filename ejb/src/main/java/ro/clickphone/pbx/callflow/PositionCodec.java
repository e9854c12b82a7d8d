package ro.clickphone.pbx.callflow;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ro.clickphone.engine.api.CallerId;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.prompt.PromptSlot;

/**
 * A position as text, and back. Fields with a bar between them, the version first; what a stranger wrote is encoded as in
 * a URL and cut, so the whole stays under the 4,096 characters of a flow state.
 */
final class PositionCodec {
    private static final String VERSION = "1";
    private static final int FIELDS = 9;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 64;

    private PositionCodec() {}

    static String write(Position position) {
        CallerId caller = position.caller();
        return String.join(
                "|",
                VERSION,
                position.account().toString(),
                encoded(caller.number(), LONGEST_NUMBER),
                encoded(caller.displayName(), LONGEST_NAME),
                caller.presentation().name(),
                placeText(position.place()),
                Integer.toString(position.loops()),
                position.heard().name(),
                position.trail().toString());
    }

    static Optional<Position> read(String text) {
        String[] field = text.split("\\|", -1);
        if (field.length != FIELDS || !field[0].equals(VERSION)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Position(
                    new AccountId(Long.parseLong(field[1])),
                    new CallerId(decoded(field[2]), decoded(field[3]), CallerId.Presentation.valueOf(field[4])),
                    place(field[5].split(",", -1)),
                    Integer.parseInt(field[6]),
                    Position.Heard.valueOf(field[7]),
                    new Trail(field[8].isEmpty() ? List.of() : List.of(field[8].split(" ", -1)))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static String placeText(Place place) {
        if (place instanceof Place.InMenu in) {
            return "menu," + in.menu();
        } else if (place instanceof Place.Notice notice) {
            return "notice," + notice.after();
        } else if (place instanceof Place.Greeting greeting) {
            return "greeting," + greeting.since().toEpochMilli();
        } else if (place instanceof Place.Waiting waiting) {
            return "waiting," + waiting.since().toEpochMilli();
        } else if (place instanceof Place.Offered offered) {
            return "offered," + offered.since().toEpochMilli();
        } else if (place instanceof Place.Ringing ringing) {
            return "ringing," + ringing.hops().stream().map(String::valueOf).collect(Collectors.joining(","));
        } else if (place instanceof Place.Parting parting) {
            return "parting," + parting.cause();
        } else if (place instanceof Place.Parked parked) {
            return "parked," + parked.by();
        } else if (place instanceof Place.Conferring conferring) {
            return "conference," + conferring.room();
        } else if (place instanceof Place.AtConferenceDoor door) {
            return "door," + door.room();
        } else if (place instanceof Place.AtService) {
            return "service";
        } else if (place instanceof Place.PickingUp) {
            return "pickup";
        } else if (place instanceof Place.LeavingVoicemail leaving) {
            return "voicemail," + leaving.box();
        } else if (place instanceof Place.Mailbox mailbox) {
            return "mailbox," + mailbox.left().stream().map(String::valueOf).collect(Collectors.joining(","));
        } else if (place instanceof Place.ChoosingMessage choosing) {
            return "choosing," + choosing.slots().stream().map(PromptSlot::code).collect(Collectors.joining(","));
        } else if (place instanceof Place.RecordingMessage recording) {
            return "recording," + recording.slot() + "," + recording.take();
        } else if (place instanceof Place.ReviewingMessage reviewing) {
            return "reviewing," + reviewing.slot() + "," + reviewing.take();
        } else if (place instanceof Place.RingingTogether) {
            return "together";
        } else if (place instanceof Place.Announced) {
            return "announced";
        } else if (place instanceof Place.ForwardedOutside) {
            return "forwarded";
        } else {
            return place instanceof Place.Outside ? "outside" : "over";
        }
    }

    private static Place place(String[] part) {
        return switch (part[0]) {
            case "menu" -> new Place.InMenu(new NodeId(part[1]));
            case "notice" -> new Place.Notice(new NodeId(part[1]));
            case "greeting" -> new Place.Greeting(instant(part[1]));
            case "waiting" -> new Place.Waiting(instant(part[1]));
            case "offered" -> new Place.Offered(instant(part[1]));
            case "ringing" ->
                new Place.Ringing(Arrays.stream(part)
                        .skip(1)
                        .map(PositionCodec::extension)
                        .toList());
            case "voicemail" -> new Place.LeavingVoicemail(extension(part[1]));
            case "mailbox" ->
                new Place.Mailbox(Arrays.stream(part).skip(1).map(Long::valueOf).toList());
            case "choosing" ->
                new Place.ChoosingMessage(
                        Arrays.stream(part).skip(1).map(PromptSlot::new).toList());
            case "recording" -> new Place.RecordingMessage(new PromptSlot(part[1]), Integer.parseInt(part[2]));
            case "reviewing" -> new Place.ReviewingMessage(new PromptSlot(part[1]), Integer.parseInt(part[2]));
            case "parting" -> new Place.Parting(HangupCause.valueOf(part[1]));
            case "parked" -> new Place.Parked(extension(part[1]));
            case "conference" -> new Place.Conferring(Integer.parseInt(part[1]));
            case "door" -> new Place.AtConferenceDoor(Integer.parseInt(part[1]));
            case "service" -> new Place.AtService();
            case "pickup" -> new Place.PickingUp();
            case "together" -> new Place.RingingTogether();
            case "announced" -> new Place.Announced();
            case "forwarded" -> new Place.ForwardedOutside();
            case "outside" -> new Place.Outside();
            case "over" -> new Place.Over();
            default -> throw new IllegalArgumentException("no such place: " + part[0]);
        };
    }

    private static Instant instant(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }

    private static ExtensionNumber extension(String digits) {
        return new ExtensionNumber(Integer.parseInt(digits));
    }

    private static String encoded(String text, int longest) {
        String bounded = text.codePoints()
                .filter(character -> !Character.isISOControl(character))
                .limit(longest)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return URLEncoder.encode(bounded, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
