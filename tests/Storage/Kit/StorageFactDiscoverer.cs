using IntegrationHub.Tests.Storage.SqlServer;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace IntegrationHub.Tests.Storage.Kit;

/// <summary>Decides by the concrete test class: xunit 2 knows no skipping while a test runs.</summary>
public sealed class StorageFactDiscoverer(IMessageSink diagnosticMessageSink) : FactDiscoverer(diagnosticMessageSink)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        SqlServerFactAttribute.Server is null && testMethod.TestClass.Class.GetCustomAttributes(typeof(NeedsSqlServerAttribute)).Any()
            ? new SkippedTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)
            : base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}
