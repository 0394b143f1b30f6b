using IntegrationHub.Tests.Storage.SqlServer;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace IntegrationHub.Tests.Storage.Kit;

/// <summary>A test that is reported as skipped, with the reason.</summary>
public sealed class SkippedTestCase : XunitTestCase
{
    [Obsolete("For the de-serializer")]
    public SkippedTestCase() { }

    public SkippedTestCase(IMessageSink sink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(sink, display, options, method)
    {
    }

    protected override string GetSkipReason(IAttributeInfo factAttribute) => SqlServerFactAttribute.Reason;
}
