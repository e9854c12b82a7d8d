package ro.clickphone.portal.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ro.clickphone.portal.layout.Visit;

/** Back from a customer's pages to the list. */
@Named
@RequestScoped
public class LeaveCustomer {
    @Inject
    private Visit visit;

    public String now() {
        visit.end();
        return "/office/office?faces-redirect=true";
    }
}
