using IntegrationHub.Mappings.Engine.Expressions;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Running;

/// <summary>Gives the relationships between the parts of two sections: each with each, or each pair once within one section.</summary>
internal sealed class RelationshipSection(RelationshipKind kind, string from, string to, Condition? guard, Expression? validFrom, Expression? validTo)
{
    public void Map(Row record, Attempt attempt, IReadOnlyList<(string Section, string Part)> parts, List<Relationship> relationships)
    {
        var scope = new Scope(record, record);
        if (guard is not null && !guard.Holds(scope, attempt))
        {
            return;
        }

        var starts = parts.Where(p => p.Section == from).ToList();
        var ends = parts.Where(p => p.Section == to).ToList();
        if (starts.Count == 0 || ends.Count == 0)
        {
            return;
        }

        attempt.Attribute = "relationship";
        var (since, until) = (Day(validFrom, scope, attempt), Day(validTo, scope, attempt));
        foreach (var (i, start) in starts.Index())
        {
            foreach (var end in from == to ? ends.Skip(i + 1) : ends)
            {
                relationships.Add(new Relationship(kind, start.Part, end.Part, since, until));
            }
        }
    }

    private static DateOnly? Day(Expression? value, in Scope scope, Attempt attempt) =>
        value?.Evaluate(scope, attempt) is PartialDate date ? new DateOnly(date.Year, date.Month ?? 1, date.Day ?? 1) : null;
}
