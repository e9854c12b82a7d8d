package ro.clickphone.portal.call;

import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import ro.clickphone.pbx.call.CallDetail;
import ro.clickphone.pbx.call.CallSort;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;

/** The table's window on a report: the database cuts and sorts, the page holds what it shows. */
class CallRows extends LazyDataModel<CallDetail> {
    private static final long serialVersionUID = 1L;

    private final transient Source source;

    /** Where the rows come from. */
    interface Source {
        Page<CallDetail> page(CallSort sort, PageRequest page);
    }

    CallRows(Source source) {
        this.source = source;
    }

    /** Told with the page itself, in one visit to the service. */
    @Override
    public int count(Map<String, FilterMeta> filterBy) {
        return 0;
    }

    @Override
    public List<CallDetail> load(
            int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
        Page<CallDetail> page = source.page(sort(sortBy), new PageRequest(first, pageSize));
        setRowCount((int) Math.min(page.total(), Integer.MAX_VALUE));
        return page.items();
    }

    @Override
    public String getRowKey(CallDetail call) {
        return call.id().toString();
    }

    private static CallSort sort(Map<String, SortMeta> sortBy) {
        return sortBy.values().stream()
                .filter(SortMeta::isActive)
                .findFirst()
                .map(meta -> new CallSort(
                        column(meta.getField()),
                        meta.getOrder().isDescending() ? CallSort.Order.DESCENDING : CallSort.Order.ASCENDING))
                .orElse(CallSort.NEWEST_FIRST);
    }

    private static CallSort.Column column(String field) {
        return switch (field) {
            case "source" -> CallSort.Column.SOURCE;
            case "destination" -> CallSort.Column.DESTINATION;
            case "talk" -> CallSort.Column.DURATION;
            case "status" -> CallSort.Column.STATUS;
            default -> CallSort.Column.STARTED;
        };
    }
}
