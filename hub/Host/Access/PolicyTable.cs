using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Host.Access;

/// <summary>Who may do what: the one table, role by operation. What is not listed is refused.</summary>
public static class PolicyTable
{
    private static readonly Dictionary<Operation, Role[]> Allowed = new()
    {
        [Operation.Enter] = [Role.Architect, Role.Steward, Role.Agent, Role.Application, Role.Auditor, Role.Dpo],
        [Operation.SearchCitizens] = [Role.Steward, Role.Agent, Role.Application, Role.Dpo],
        [Operation.ReadCitizen] = [Role.Steward, Role.Agent, Role.Application, Role.Dpo],
        [Operation.ReadSources] = [Role.Steward, Role.Application, Role.Dpo],
        [Operation.ReadHistory] = [Role.Steward, Role.Application, Role.Dpo],
        [Operation.MatchCitizen] = [Role.Steward, Role.Agent, Role.Application],
        [Operation.SubmitRecord] = [Role.Application],
        [Operation.StartLogin] = [Role.Agent, Role.Application],
        [Operation.ReadReviews] = [Role.Steward],
        [Operation.DecideReviews] = [Role.Steward],
        [Operation.ReadQuality] = [Role.Architect, Role.Steward, Role.Auditor],
        [Operation.DrawAudits] = [Role.Architect, Role.Steward],
        [Operation.ReadChanges] = [Role.Architect, Role.Application, Role.Auditor],
        [Operation.ReadSnapshot] = [Role.Application],
        [Operation.ReadConnections] = [Role.Architect, Role.Steward, Role.Auditor],
        [Operation.RunConnections] = [Role.Architect],
        [Operation.ManageConnections] = [Role.Architect],
        [Operation.PreviewConnections] = [Role.Architect],
        [Operation.ReadRuns] = [Role.Architect, Role.Steward, Role.Auditor],
        [Operation.ListQuarantine] = [Role.Architect, Role.Steward, Role.Auditor],
        [Operation.ReadQuarantine] = [Role.Architect, Role.Steward],
        [Operation.ReplayQuarantine] = [Role.Architect, Role.Steward],
        [Operation.ReadSubscriptions] = [Role.Architect, Role.Steward, Role.Auditor, Role.Dpo],
        [Operation.ManageSubscriptions] = [Role.Architect],
        [Operation.Reconcile] = [Role.Application],
        [Operation.ReadAudit] = [Role.Auditor, Role.Dpo],
        [Operation.ExerciseRights] = [Role.Dpo],
        [Operation.RecordDeath] = [Role.Steward, Role.Dpo],
        [Operation.ManageKeys] = [Role.Architect],
        [Operation.ManageModels] = [Role.Architect],
    };

    /// <summary>True when the role may do the operation; <see cref="Operation.Open"/> needs no account at all.</summary>
    public static bool Allows(Role role, Operation operation) =>
        operation == Operation.Open || (Allowed.TryGetValue(operation, out var roles) && roles.Contains(role));
}
