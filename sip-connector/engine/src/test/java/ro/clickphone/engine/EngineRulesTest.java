package ro.clickphone.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "ro.clickphone.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineRulesTest {
    /** ADR 6. */
    @ArchTest
    static final ArchRule jain_sip_stays_behind_the_door_of_sip = noClasses()
            .that()
            .resideOutsideOfPackage("ro.clickphone.engine.sip..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.sip..", "gov.nist..");

    @ArchTest
    static final ArchRule calls_know_no_sip = noClasses()
            .that()
            .resideInAPackage("ro.clickphone.engine.call..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ro.clickphone.engine.sip..");

    @ArchTest
    static final ArchRule the_media_know_neither_calls_nor_sip = noClasses()
            .that()
            .resideInAnyPackage(
                    "ro.clickphone.engine.media..",
                    "ro.clickphone.engine.rtp..",
                    "ro.clickphone.engine.audio..",
                    "ro.clickphone.engine.sdp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ro.clickphone.engine.call..", "ro.clickphone.engine.sip..");

    @ArchTest
    static final ArchRule the_engine_needs_no_container = noClasses()
            .that()
            .resideOutsideOfPackage("ro.clickphone.engine.api..") // the contract stands at the JCA door
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "ro.clickphone.pbx..", "ro.clickphone.portal..", "ro.clickphone.rar..");
}
