package ro.clickphone.pbx.catalogue;

import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.NotFound;

/** All products with their prices of one day. */
final class PriceList {
    private final Map<String, ProductEntity> products;
    private final Map<String, Money> prices;

    private PriceList(Map<String, ProductEntity> products, Map<String, Money> prices) {
        this.products = products;
        this.prices = prices;
    }

    static PriceList of(EntityManager db, LocalDate day) {
        Map<String, ProductEntity> products = new HashMap<>();
        db.createQuery("SELECT p FROM ProductEntity p", ProductEntity.class)
                .getResultStream()
                .forEach(product -> products.put(product.asProduct().code(), product));
        Map<String, Money> prices = new HashMap<>();
        List<?> rows = db.createNativeQuery(
                        "SELECT code, price FROM product_price WHERE valid_from <= ?1" + " ORDER BY code, valid_from")
                .setParameter(1, Date.valueOf(day))
                .getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            prices.put((String) columns[0], new Money(((Number) columns[1]).longValue()));
        }
        return new PriceList(products, prices);
    }

    /** @throws NotFound {@code catalogue.unknown}, also for what has no price yet */
    Product product(String code) {
        return known(code).orElseThrow(() -> new NotFound("catalogue.unknown", code));
    }

    /** @throws NotFound {@code catalogue.unknown} for what cannot be bought */
    Product onSale(String code) {
        return known(code)
                .filter(product -> products.get(code).isOnSale())
                .orElseThrow(() -> new NotFound("catalogue.unknown", code));
    }

    Money price(Product product) {
        return prices.get(product.code());
    }

    List<Offer> offers(LocalDate day) {
        return products.values().stream()
                .filter(ProductEntity::isOnSale)
                .sorted((one, other) -> Integer.compare(one.place(), other.place()))
                .map(ProductEntity::asProduct)
                .filter(product -> prices.containsKey(product.code()))
                .map(product -> new Offer(product, price(product), Fee.ofRest(price(product), day)))
                .toList();
    }

    private Optional<Product> known(String code) {
        return Optional.ofNullable(products.get(code))
                .filter(product -> prices.containsKey(code))
                .map(ProductEntity::asProduct);
    }
}
