package ro.clickphone.portal.recording;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import ro.clickphone.pbx.extension.ExtensionService;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.recording.Announced;
import ro.clickphone.pbx.recording.CallRecording;
import ro.clickphone.pbx.recording.CallRecordings;
import ro.clickphone.pbx.recording.RecordingRule;
import ro.clickphone.pbx.recording.RecordingRule.Recorded;
import ro.clickphone.portal.error.Refusals;
import ro.clickphone.portal.format.Moments;
import ro.clickphone.portal.layout.Language;
import ro.clickphone.portal.layout.Me;

/** Whether calls are recorded, and the recordings. Who may only read sees the rule, and neither sees nor hears the calls. */
@Named
@ViewScoped
public class RecordingsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Me me;

    @Inject
    private Language language;

    @Inject
    private CallRecordings recordings;

    @Inject
    private ExtensionService extensions;

    @Inject
    private Refusals refusals;

    private List<String> recorded = new ArrayList<>();
    private int days;
    private List<Integer> never = new ArrayList<>();
    private List<Choice> known = List.of();
    private transient LazyDataModel<CallRecording> rows;

    /** An extension that may be left out. */
    public record Choice(int number, String name) implements Serializable {}

    @PostConstruct
    void read() {
        RecordingRule rule = recordings.rule(me.id());
        recorded = new ArrayList<>(rule.recorded().stream().map(Recorded::name).toList());
        days = rule.keptDays();
        known = extensions.list(me.id()).stream()
                .map(extension -> new Choice(extension.number().value(), extension.name()))
                .toList();
        never = new ArrayList<>(known.stream()
                .map(Choice::number)
                .filter(number -> rule.never().contains(new ExtensionNumber(number)))
                .toList());
    }

    public void save() {
        try {
            recordings.save(
                    me.id(),
                    new RecordingRule(
                            recorded.stream().map(Recorded::valueOf).collect(Collectors.toSet()),
                            days,
                            never.stream().map(ExtensionNumber::new).collect(Collectors.toSet())));
            refusals.done("recording.saved");
        } catch (Refusal refusal) {
            refusals.show(refusal, "rule");
        }
    }

    public void delete(CallRecording recording) {
        recordings.delete(me.id(), recording.take());
        refusals.done("recording.deleted");
    }

    public LazyDataModel<CallRecording> getRows() {
        if (rows == null) {
            rows = new Rows();
        }
        return rows;
    }

    public String moment(CallRecording recording) {
        return Moments.moment(recording.startedAt(), me.zone(), language.getLocale());
    }

    public String length(CallRecording recording) {
        return Moments.duration(
                Duration.ofSeconds(Math.max(1, Math.round(recording.length().toMillis() / 1000.0))));
    }

    /** Empty for one from before this was kept. */
    public String announced(CallRecording recording) {
        return recording
                .announced()
                .map(one -> one.prompt() + " (" + one.language() + ")")
                .orElse("");
    }

    /** Of the sound that was heard. */
    public String version(CallRecording recording) {
        return recording.announced().map(Announced::version).orElse("");
    }

    public String file(CallRecording recording) {
        return "/recording/file/" + recording.take().call() + "-"
                + recording.take().part() + ".wav";
    }

    public List<Recorded> getPossible() {
        return List.of(Recorded.values());
    }

    public List<String> getRecorded() {
        return recorded;
    }

    public void setRecorded(List<String> recorded) {
        this.recorded = recorded;
    }

    public List<Choice> getKnown() {
        return known;
    }

    public List<Integer> getNever() {
        return never;
    }

    public void setNever(List<Integer> never) {
        this.never = never;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }

    public int getMostDays() {
        return RecordingRule.MOST_DAYS;
    }

    /** The table's window on the list. */
    private final class Rows extends LazyDataModel<CallRecording> {
        private static final long serialVersionUID = 1L;

        /** Told with the page itself. */
        @Override
        public int count(Map<String, FilterMeta> filterBy) {
            return 0;
        }

        @Override
        public List<CallRecording> load(
                int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
            Page<CallRecording> page = recordings.list(me.id(), new PageRequest(first, pageSize));
            setRowCount((int) Math.min(page.total(), Integer.MAX_VALUE));
            return page.items();
        }

        @Override
        public String getRowKey(CallRecording recording) {
            return recording.take().call() + "-" + recording.take().part();
        }
    }
}
