package ro.clickphone.rar;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;
import ro.clickphone.engine.api.SipEngineListener;

/** Joins the message-driven bean to the adapter. All settings are the adapter's own: there is one engine. */
@Activation(messageListeners = SipEngineListener.class)
public class SipEngineActivation implements ActivationSpec {
    private ResourceAdapter adapter;

    @Override
    public ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.adapter = adapter;
    }

    @Override
    public void validate() {
        // there is nothing that could be wrong
    }
}
