package ro.clickphone.portal.routing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.pbx.callflow.SimulatedCall;
import ro.clickphone.pbx.callflow.SimulatedCall.Happening;
import ro.clickphone.pbx.callflow.SimulatedCall.Scene;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.live.Presence;
import ro.clickphone.pbx.number.NumberPlan;
import ro.clickphone.portal.call.CallPath;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.routing.SceneLine.Person;
import ro.clickphone.portal.routing.SceneLine.Sound;

/** Makes lines to read of the scenes of a simulated call. */
@RequestScoped
public class SceneWords {

    @Inject
    private Refusals words;

    @Inject
    private Language language;

    SceneLine line(Scene scene) {
        Happening happening = scene.happening();
        return new SceneLine(
                happening.getClass().getSimpleName(),
                CallPath.words(String.join(" ", scene.stops()), language.texts()),
                text(happening),
                prompts(happening).stream().map(this::sound).toList(),
                people(happening),
                happening instanceof SimulatedCall.Menu menu
                        ? menu.keys().stream().map(String::valueOf).toList()
                        : List.of());
    }

    private String text(Happening happening) {
        if (happening instanceof SimulatedCall.Over over) {
            return words.text("simulator.over." + over.end(), List.of(over.status()));
        } else if (happening instanceof SimulatedCall.Rings rings) {
            return words.text("simulator.Rings", List.of(rings.ringTime().toSeconds()));
        } else if (happening instanceof SimulatedCall.Queued queued) {
            return words.text("simulator.Queued", List.of(Moments.duration(queued.atMost())));
        }
        return words.text("simulator." + happening.getClass().getSimpleName(), List.of());
    }

    private static List<Prompt> prompts(Happening happening) {
        if (happening instanceof SimulatedCall.Words spoken) {
            return spoken.prompts();
        } else if (happening instanceof SimulatedCall.Menu menu) {
            return menu.prompts();
        }
        return happening instanceof SimulatedCall.Queued queued ? queued.prompts() : List.of();
    }

    private Sound sound(Prompt prompt) {
        if (prompt instanceof Prompt.System system) {
            return new Sound(AnnouncementTexts.text(system.name(), system.language()), MessageSound.address(system));
        } else if (prompt instanceof Prompt.Stored stored) {
            return new Sound(words.text("simulator.message", List.of()), MessageSound.address(stored));
        }
        return new Sound(words.text("simulator.music", List.of()), "");
    }

    private List<Person> people(Happening happening) {
        if (happening instanceof SimulatedCall.Queued queued) {
            return queued.agents().stream().map(this::agent).toList();
        } else if (happening instanceof SimulatedCall.Rings rings) {
            return Stream.concat(
                            rings.phones().stream().map(this::phone),
                            rings.outside().stream()
                                    .map(number -> new Person(
                                            NumberPlan.asDialled(new E164(number)),
                                            words.text("simulator.outside", List.of()),
                                            "",
                                            "good")))
                    .toList();
        }
        return List.of();
    }

    private Person agent(SimulatedCall.Agent agent) {
        return new Person(
                agent.number().toString(),
                agent.name(),
                words.text("simulator.why." + agent.why(), List.of()),
                agent.why() == SimulatedCall.Why.RINGS ? "good" : "");
    }

    private Person phone(SimulatedCall.Phone phone) {
        boolean reachable = phone.state() != Presence.State.OFFLINE;
        return new Person(
                phone.number().toString(),
                phone.name(),
                words.text("presence." + phone.state(), List.of()),
                reachable ? "good" : "warn");
    }
}
