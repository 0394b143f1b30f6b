using Xunit.Sdk;

namespace IntegrationHub.Tests.Storage.Kit;

/// <summary>A test of the conformance kit; on SQL Server it is skipped, with the reason, where no server is named.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("IntegrationHub.Tests.Storage.Kit.StorageFactDiscoverer", "IntegrationHub.Tests.Storage")]
public sealed class StorageFactAttribute : FactAttribute;
