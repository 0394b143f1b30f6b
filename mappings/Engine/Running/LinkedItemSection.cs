using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mappings.Engine.Expressions;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Running;

/// <summary>Gives the linked items of one section: one for each part that owns it, or one without an owner.</summary>
internal sealed class LinkedItemSection(SectionHeader header, string system, string kind, IReadOnlyList<string> owners, Expression reference, Expression? received, Expression? state)
{
    /// <param name="parts">Section name and part key of every citizen and organisation of the record.</param>
    public void Map(Row record, Attempt attempt, IReadOnlyList<(string Section, string Part)> parts, List<LinkedItem> items)
    {
        foreach (var (_, scope) in header.Rows(record, attempt))
        {
            var number = Text(reference, "linkedItem.reference", scope, attempt) as string;
            var at = Text(received, "linkedItem.received", scope, attempt) as DateTimeOffset?;
            var words = Text(state, "linkedItem.state", scope, attempt) as string;
            if (number is null)
            {
                attempt.Attribute = "linkedItem";
                attempt.Note("linkedItem.no-reference");
                continue;
            }

            var owned = false;
            foreach (var (_, part) in parts.Where(p => owners.Contains(p.Section)))
            {
                items.Add(new LinkedItem(system, kind, number, at, words, part));
                owned = true;
            }

            if (!owned)
            {
                items.Add(new LinkedItem(system, kind, number, at, words, null));
            }
        }
    }

    private static object? Text(Expression? value, string attribute, in Scope scope, Attempt attempt)
    {
        attempt.Attribute = attribute;
        attempt.Column = null;
        return value?.Evaluate(scope, attempt);
    }
}
