package ro.clickphone.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.security.enterprise.SecurityContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The screens' side of the house: view, then service, then entity, and never past a door. */
@AnalyzeClasses(packages = "ro.clickphone.portal", importOptions = ImportOption.DoNotIncludeTests.class)
class PortalRulesTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");

    @ArchTest
    static final ArchRule screens_know_services_and_neither_database_nor_sip = noClasses()
            .that()
            .resideOutsideOfPackage("..portal.rest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.persistence..",
                    "jakarta.resource..",
                    "java.sql..",
                    "javax.sql..",
                    "javax.sip..",
                    "gov.nist..");

    @ArchTest
    static final ArchRule screens_never_meet_the_engine_behind_the_contract = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ro.clickphone.engine.sip..",
                    "ro.clickphone.engine.call..",
                    "ro.clickphone.engine.media..",
                    "ro.clickphone.rar..");

    @ArchTest
    static final ArchRule no_entity_reaches_a_screen = noClasses()
            .should()
            .dependOnClassesThat(new DescribedPredicate<JavaClass>("are entities") {
                @Override
                public boolean test(JavaClass type) {
                    return type.isAnnotatedWith("jakarta.persistence.Entity");
                }
            });

    @ArchTest
    static final ArchRule the_tenant_comes_from_the_signed_in_principal_in_one_place = noClasses()
            .that()
            .resideOutsideOfPackages("..portal.signin..", "..portal.rest..")
            .and()
            .doNotHaveSimpleName("Me")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SecurityContext.class);

    @ArchTest
    static final ArchRule a_view_stands_beside_the_page_of_its_name = classes()
            .that()
            .haveSimpleNameEndingWith("View")
            .should(new ArchCondition<JavaClass>("have a page of their name in the folder of their feature") {
                @Override
                public void check(JavaClass view, ConditionEvents events) {
                    String name = view.getSimpleName().replaceFirst("View$", "");
                    String page = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + ".xhtml";
                    String feature = view.getPackageName().replaceFirst(".*\\.", "");
                    Path file = WEBAPP.resolve(feature).resolve(page);
                    events.add(new SimpleConditionEvent(view, Files.exists(file), view.getName() + " has " + file));
                }
            });
}
