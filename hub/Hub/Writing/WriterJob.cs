using IntegrationHub.Mdm.Registry;

namespace IntegrationHub.Hub.Writing;

/// <summary>One piece of work in the writer's queue; it ends its caller's wait itself.</summary>
/// <param name="Run">Does the work and gives the result to the caller; what it throws goes to the caller, and is returned for the writer to judge.</param>
/// <param name="Refuse">Ends the caller's wait without the work.</param>
internal sealed record WriterJob(Func<CitizenRegistry, Task<Exception?>> Run, Action<Exception> Refuse);
