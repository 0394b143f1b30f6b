using IntegrationHub.Mappings.Engine.Expressions;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>The columns an expression may name: those of the item at hand, and with a leading slash those of the record.</summary>
/// <param name="Known">Columns the document declares for the record; null when it declares none.</param>
internal sealed record ColumnScope(RowShape Item, RowShape Record, IReadOnlyCollection<string>? Known)
{
    public ColumnPlace Place(string name) =>
        name is ['/', .. var rest] ? new ColumnPlace(Record.Place(rest), OfRecord: true) : new ColumnPlace(Item.Place(name), OfRecord: false);

    /// <summary>The name to look for among the known ones; null when nothing is known about where this column stands.</summary>
    public string? Checked(string name)
    {
        var ofRecord = name is ['/', ..];
        if (Known is null || (!ofRecord && !ReferenceEquals(Item, Record)))
        {
            return null;
        }

        var full = ofRecord ? name[1..] : name;
        return Known.Contains(full) ? null : full.Split('.')[0] is var head && Known.Contains(head) && full.Contains('.', StringComparison.Ordinal) ? null : full;
    }
}
