package ro.clickphone.portal.operator;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;
import ro.clickphone.pbx.kernel.NotFound;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.NumberService;
import ro.clickphone.portal.error.Refusals;

/** The operator makes a trunk, changes one, and removes one that no number comes in by. */
@Named
@ViewScoped
public class TrunkEditor implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long NEW = 0;

    @Inject
    private NumberService numbers;

    @Inject
    private TrunksView list;

    @Inject
    private Refusals refusals;

    private TrunkForm form = new TrunkForm();
    private long edited = NEW;
    private long asked = NEW;
    private String askedName = "";

    public void edit(long trunk) {
        try {
            form = new TrunkForm(numbers.trunk(new TrunkId(trunk)));
            edited = trunk;
        } catch (NotFound gone) {
            refusals.show(gone, "");
            startAgain();
        }
    }

    /** The form is for a new trunk again. */
    public void startAgain() {
        form = new TrunkForm();
        edited = NEW;
    }

    public void save() {
        try {
            TrunkConfig saved = edited == NEW
                    ? numbers.addTrunk(form.order())
                    : numbers.changeTrunk(new TrunkId(edited), form.order());
            refusals.done("trunks.saved", saved.name());
            list.readAgain();
            startAgain();
        } catch (NotFound gone) {
            refusals.show(gone, "");
            startAgain();
        } catch (Refusal refusal) {
            refusals.show(TrunkForm.atItsInput(refusal), "trunk");
        }
    }

    /** Which one is about to be removed. */
    public void ask(long trunk, String name) {
        asked = trunk;
        askedName = name;
    }

    public void remove() {
        try {
            numbers.removeTrunk(new TrunkId(asked));
            refusals.done("trunks.removed", askedName);
            list.readAgain();
            if (edited == asked) {
                startAgain();
            }
        } catch (Refusal refusal) {
            refusals.show(refusal, "");
        }
    }

    public TrunkForm getForm() {
        return form;
    }

    public boolean isNew() {
        return edited == NEW;
    }

    public String getAskedName() {
        return askedName;
    }

    /** What a carrier's machine can be reached by. */
    public List<Transport> getTransports() {
        return List.of(Transport.UDP, Transport.TCP, Transport.TLS);
    }

    public TrunkConfig.NumberFormat[] getFormats() {
        return TrunkConfig.NumberFormat.values();
    }

    /** Those that may take the calls of the edited one. */
    public List<TrunksView.Row> getOthers() {
        return list.getRows().stream().filter(row -> row.getId() != edited).toList();
    }

    public TrunkForm.Account[] getAccounts() {
        return TrunkForm.Account.values();
    }

    public TrunkConfig.Asserted[] getHeaders() {
        return TrunkConfig.Asserted.values();
    }

    public TrunkConfig.FromUser[] getFroms() {
        return TrunkConfig.FromUser.values();
    }

    public TrunkConfig.Watch[] getWatches() {
        return TrunkConfig.Watch.values();
    }
}
