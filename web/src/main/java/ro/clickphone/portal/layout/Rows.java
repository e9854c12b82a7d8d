package ro.clickphone.portal.layout;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import ro.clickphone.pbx.kernel.Page;
import ro.clickphone.pbx.kernel.PageRequest;

/** A table's window on a list in one fixed order: the database cuts it, the page holds what it shows. */
public class Rows<T> extends LazyDataModel<T> {
    private static final long serialVersionUID = 1L;

    private final transient Function<PageRequest, Page<T>> source;
    private final transient Function<T, Object> key;

    public Rows(Function<PageRequest, Page<T>> source, Function<T, Object> key) {
        this.source = source;
        this.key = key;
    }

    /** Told with the page itself, in one visit to the service. */
    @Override
    public int count(Map<String, FilterMeta> filterBy) {
        return 0;
    }

    @Override
    public List<T> load(int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
        Page<T> page = source.apply(new PageRequest(first, pageSize));
        setRowCount((int) Math.min(page.total(), Integer.MAX_VALUE));
        return page.items();
    }

    @Override
    public String getRowKey(T item) {
        return String.valueOf(key.apply(item));
    }
}
