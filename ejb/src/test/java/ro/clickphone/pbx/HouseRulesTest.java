package ro.clickphone.pbx;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Stateless;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import ro.clickphone.pbx.access.Guarded;

@AnalyzeClasses(packages = "ro.clickphone.pbx", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule the_business_knows_the_contract_and_never_the_engine = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.sip..",
                    "gov.nist..",
                    "ro.clickphone.rar..",
                    "ro.clickphone.portal..",
                    "ro.clickphone.engine",
                    "ro.clickphone.engine.call..",
                    "ro.clickphone.engine.sip..",
                    "ro.clickphone.engine.media..");

    @ArchTest
    static final ArchRule no_entity_leaves_its_package = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule no_service_knows_the_web = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "jakarta.faces..", "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule the_kernel_needs_no_feature = noClasses()
            .that()
            .resideInAPackage("..kernel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..account", "..extension", "..number", "..call", "..callflow", "..queue", "..ivr", "..live");

    @ArchTest
    static final ArchRule features_do_not_go_in_circles =
            slices().matching("ro.clickphone.pbx.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_services_and_what_they_hand_it_to_touch_the_database = noClasses()
            .that()
            .areNotAnnotatedWith(Stateless.class)
            .and()
            .arePublic()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class);

    @ArchTest
    static final ArchRule every_service_asks_who_calls_it =
            classes().that().areAnnotatedWith(Stateless.class).should().beAnnotatedWith(Guarded.class);

    /** The container answers a call of another kind with "Not a business method", and only when it is made. */
    @ArchTest
    static final ArchRule a_method_of_a_service_is_public_or_private = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .should()
            .notBePackagePrivate();

    /** Operators' lists, look-ups of the exchange itself and what is nobody's yet are the exceptions, by name. */
    @ArchTest
    static final ArchRule the_tenant_comes_first = methods()
            .that(areOfACustomersService())
            .should()
            .haveRawParameterTypes(new DescribedPredicate<>("the AccountId first") {
                @Override
                public boolean test(java.util.List<com.tngtech.archunit.core.domain.JavaClass> types) {
                    return !types.isEmpty() && types.get(0).getSimpleName().equals("AccountId");
                }
            });

    private static DescribedPredicate<JavaMethod> areOfACustomersService() {
        java.util.Set<String> ofTheExchange = java.util.Set.of(
                "AccountService.create",
                "AccountService.list",
                "AccountService.search",
                "CallDetailService.keep",
                "CallDetailService.unknown",
                "CatalogueService.offers",
                "CatalogueService.stock",
                "ChargingService.toSettle",
                "ExtensionService.credentialOf",
                "LedgerService.holdAll",
                "RegistrationService.store",
                "RegistrationService.stored",
                "RegistrationService.takeOver",
                "RegistrationService.alive",
                "RateService.tariff",
                "RateService.lookUp",
                "RateService.search",
                "RateService.decks",
                "RateService.inForce",
                "RateService.stage",
                "RateService.change",
                "RateService.apply",
                "RateService.discard",
                "RateService.withdraw",
                "ReservationService.existing",
                "ReservationService.overdue",
                "NumberService.owner",
                "NumberService.trunks",
                "NumberService.trunk",
                "NumberService.addTrunk",
                "NumberService.changeTrunk",
                "NumberService.removeTrunk");
        return new DescribedPredicate<>("are public methods of a customer's service") {
            @Override
            public boolean test(JavaMethod method) {
                String owner = method.getOwner().getSimpleName();
                return method.getModifiers().contains(JavaModifier.PUBLIC)
                        && method.getOwner().isAnnotatedWith(Stateless.class)
                        && owner.endsWith("Service")
                        && !ofTheExchange.contains(owner + "." + method.getName());
            }
        };
    }
}
