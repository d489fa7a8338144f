package dev.oktamcp;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

import dev.oktamcp.server.Printout;
import dev.oktamcp.tool.ToolHandler;
import dev.oktamcp.tool.ToolInterceptor;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTests {

    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("dev.oktamcp");

    @Test
    void modulesKeepToTheirAllowedDependencies() {
        ApplicationModules.of(OktaMcpApplication.class).verify();
    }

    /// Without this, a declaration that is not read (a package-info of the tests hides it) would
    /// allow everything.
    @Test
    void everyModuleDeclaresWhatItMayImport() {
        assertThat(ApplicationModules.of(OktaMcpApplication.class).stream())
                .hasSizeGreaterThan(10)
                .allMatch(module ->
                        module.getBasePackage()
                                .findAnnotation(ApplicationModule.class)
                                .isPresent());
    }

    @Test
    void onlyTheGatewayKnowsWebClient() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.oktamcp.okta.OktaGateway")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.web.reactive..")
                .check(classes);
    }

    @Test
    void onlyTheChainCallsAHandler() {
        noClasses()
                .that()
                .areNotAssignableTo(ToolInterceptor.class)
                .and()
                .doNotHaveFullyQualifiedName("dev.oktamcp.tool.ToolDispatcher")
                .and() // itself a handler, which runs the tool's own up to its first change
                .doNotHaveFullyQualifiedName("dev.oktamcp.catalog.PreviewHandler")
                .should(
                        accessTargetWhere(
                                describe(
                                        "it is a handler's method",
                                        access ->
                                                access.getName().equals("handle")
                                                        && access.getTargetOwner()
                                                                .isAssignableTo(
                                                                        ToolHandler.class))))
                .check(classes);
    }

    @Test
    void toolsetClassesStayInTheirPackage() {
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage("dev.oktamcp.toolset")
                .should()
                .notBePublic()
                .check(classes);
    }

    @Test
    void nobodyPrintsPastTheLog() {
        noClasses()
                .that(not(equivalentTo(Printout.class)))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(classes);
    }

    /// `mvn spring-boot:test-run` finds what to start by looking for the only one, public or not.
    @Test
    void oneTestClassAloneHasAMain() {
        var tests =
                new ClassFileImporter()
                        .withImportOption(new OnlyIncludeTests())
                        .importPackages("dev.oktamcp");

        assertThat(tests.stream().filter(ArchitectureTests::hasMain))
                .extracting(JavaClass::getName)
                .containsExactly("dev.oktamcp.demo.DemoApplication");
    }

    private static boolean hasMain(JavaClass type) {
        return type.getMethods().stream().anyMatch(method -> method.getName().equals("main"));
    }
}
