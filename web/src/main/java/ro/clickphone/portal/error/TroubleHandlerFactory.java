package ro.clickphone.portal.error;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Where Faces asks for our handler. */
public class TroubleHandlerFactory extends ExceptionHandlerFactory {
    public TroubleHandlerFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new TroubleHandler(getWrapped().getExceptionHandler());
    }
}
