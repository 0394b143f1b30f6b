namespace IntegrationHub.Connectors.Files.FixedWidth;

/// <summary>A field of a line.</summary>
/// <param name="First">Its first column, from 1.</param>
/// <param name="Last">Its last column, itself included.</param>
/// <param name="Digits">It holds digits or blanks only: anything else says that the line has slipped.</param>
internal sealed record FixedField(string Name, int First, int Last, bool Digits = false)
{
    /// <summary>The field's letters without surrounding blanks; of a line that ends before, what is there.</summary>
    public string Cut(string line) => line.Length < First ? "" : line[(First - 1)..Math.Min(line.Length, Last)].Trim();

    /// <summary>The first column that holds something else than it should; 0 for none.</summary>
    public int Wrong(string line)
    {
        for (var column = First; Digits && column <= Math.Min(line.Length, Last); column++)
        {
            if (!char.IsAsciiDigit(line[column - 1]) && line[column - 1] != ' ')
            {
                return column;
            }
        }

        return 0;
    }
}
