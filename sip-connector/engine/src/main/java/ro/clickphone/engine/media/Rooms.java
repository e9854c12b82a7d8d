package ro.clickphone.engine.media;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import ro.clickphone.engine.rtp.MediaLoop;

/** Which conferences there are and who is to be in them; any thread. */
final class Rooms {
    private final Supplier<MediaLoop> loops;
    private final Map<String, Occupied> rooms = new HashMap<>();

    private record Occupied(Room room, Set<LegAudio> legs) {}

    /** @param loops where the next conference is to live */
    Rooms(Supplier<MediaLoop> loops) {
        this.loops = loops;
    }

    synchronized Room enter(String name, LegAudio leg) {
        leave(leg);
        Occupied occupied = rooms.computeIfAbsent(name, n -> new Occupied(new Room(loops.get()), new HashSet<>()));
        occupied.legs().add(leg);
        return occupied.room();
    }

    /** @return whether it was in one */
    synchronized boolean leave(LegAudio leg) {
        Optional<String> name = rooms.entrySet().stream()
                .filter(entry -> entry.getValue().legs().contains(leg))
                .map(Map.Entry::getKey)
                .findFirst();
        name.ifPresent(n -> {
            Occupied occupied = rooms.get(n);
            occupied.legs().remove(leg);
            if (occupied.legs().isEmpty()) {
                rooms.remove(n);
            }
        });
        return name.isPresent();
    }

    synchronized boolean isIn(String name, LegAudio leg) {
        Occupied occupied = rooms.get(name);
        return occupied != null && occupied.legs().contains(leg);
    }

    synchronized int count(String name) {
        Occupied occupied = rooms.get(name);
        return occupied == null ? 0 : occupied.legs().size();
    }
}
