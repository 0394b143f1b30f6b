using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>A column of a file with some of its values, blanks left out.</summary>
/// <param name="Name">Without the spaces and quotes that stray around headers.</param>
/// <param name="Rows">Rows looked at, blank ones included.</param>
internal sealed record ColumnSample(string Name, IReadOnlyList<string> Values, int Rows)
{
    /// <summary>Share of the values that pass a test; 0 for a blank column.</summary>
    public double Share(Func<string, bool> test) => Values.Count == 0 ? 0 : (double)Values.Count(test) / Values.Count;

    public bool IsUnique => Values.Count == Rows && Values.Distinct().Count() == Values.Count;

    public static string Plain(string name) => name.Trim().Trim('"', '\'', '\ufeff').Trim();

    /// <summary>Columns of records whose bodies are JSON objects: nested objects become <c>address.city</c>; bodies that cannot be read are passed over.</summary>
    public static IReadOnlyList<ColumnSample> Of(IEnumerable<SourceRecord> records)
    {
        var columns = new List<(string Name, List<string> Values)>();
        var places = new Dictionary<string, int>();
        var rows = 0;
        foreach (var record in records.Where(r => !r.Deleted))
        {
            try
            {
                using var document = JsonDocument.Parse(record.Body);
                if (document.RootElement.ValueKind == JsonValueKind.Object)
                {
                    rows++;
                    Collect(document.RootElement, "");
                }
            }
            catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
            {
                // A damaged record says nothing about the columns; the import will show it.
                continue;
            }
        }

        return [.. columns.Select(c => new ColumnSample(c.Name, c.Values, rows))];

        void Collect(JsonElement group, string prefix)
        {
            foreach (var property in group.EnumerateObject())
            {
                var name = prefix + Plain(property.Name);
                if (property.Value.ValueKind == JsonValueKind.Object)
                {
                    Collect(property.Value, name + ".");
                    continue;
                }

                if (!places.TryGetValue(name, out var place))
                {
                    places[name] = place = columns.Count;
                    columns.Add((name, []));
                }

                var text = property.Value.ValueKind == JsonValueKind.Array
                    ? string.Join(", ", property.Value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()))
                    : property.Value.ToString();
                if (!string.IsNullOrWhiteSpace(text))
                {
                    columns[place].Values.Add(text.Trim());
                }
            }
        }
    }
}
