namespace IntegrationHub.Host.Web.Views;

/// <summary>One attribute of two records, with the letters that differ.</summary>
public sealed record ComparedLine(string Attribute, IReadOnlyList<TextRun> A, IReadOnlyList<TextRun> B, bool Same)
{
    /// <summary>The lines of two records side by side; attributes neither knows are left out.</summary>
    public static IReadOnlyList<ComparedLine> Of(IReadOnlyList<CitizenLine> a, IReadOnlyList<CitizenLine> b)
    {
        var lines = new List<ComparedLine>();
        foreach (var (left, right) in a.Zip(b))
        {
            if (left.Text.Length == 0 && right.Text.Length == 0)
            {
                continue;
            }

            var (runsA, runsB) = CharacterDifference.Of(left.Text, right.Text);
            lines.Add(new ComparedLine(left.Attribute, runsA, runsB, left.Text == right.Text));
        }

        return lines;
    }
}
