package ro.clickphone.pbx.world;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Makes CDI do for enterprise beans what the container does. */
public class ContainerRules implements Extension {
    void service(@Observes @WithAnnotations(Stateless.class) ProcessAnnotatedType<?> type) {
        if (type.getAnnotatedType().isAnnotationPresent(Stateless.class)) {
            type.configureAnnotatedType().add(ApplicationScoped.Literal.INSTANCE);
            type.configureAnnotatedType().add(InTransactionLiteral.INSTANCE);
        }
    }

    void transacted(@Observes @WithAnnotations(Transactional.class) ProcessAnnotatedType<?> type) {
        if (type.getAnnotatedType().isAnnotationPresent(Transactional.class)) {
            type.configureAnnotatedType()
                    .remove(annotation -> annotation instanceof Transactional)
                    .add(InTransactionLiteral.INSTANCE);
        }
    }

    void injected(@Observes @WithAnnotations({PersistenceContext.class, Resource.class}) ProcessAnnotatedType<?> type) {
        type.configureAnnotatedType()
                .filterFields(field -> field.isAnnotationPresent(PersistenceContext.class)
                        || field.isAnnotationPresent(Resource.class))
                .forEach(field -> field.add(InjectLiteral.INSTANCE));
    }

    private static final class InTransactionLiteral extends jakarta.enterprise.util.AnnotationLiteral<InTransaction>
            implements InTransaction {
        private static final long serialVersionUID = 1L;
        private static final InTransactionLiteral INSTANCE = new InTransactionLiteral();
    }

    private static final class InjectLiteral extends jakarta.enterprise.util.AnnotationLiteral<Inject>
            implements Inject {
        private static final long serialVersionUID = 1L;
        private static final InjectLiteral INSTANCE = new InjectLiteral();
    }
}
