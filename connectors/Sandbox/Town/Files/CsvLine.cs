namespace IntegrationHub.Connectors.Sandbox.Town.Files;

/// <summary>Writes lines of semicolon-separated values, quoted where needed (RFC 4180 but for the semicolon).</summary>
internal static class CsvLine
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(";\"\r\n");

    public static void Write(TextWriter writer, params ReadOnlySpan<string> cells)
    {
        for (var cell = 0; cell < cells.Length; cell++)
        {
            if (cell > 0)
            {
                writer.Write(';');
            }

            if (cells[cell].AsSpan().IndexOfAny(Special) < 0)
            {
                writer.Write(cells[cell]);
            }
            else
            {
                writer.Write('"');
                writer.Write(cells[cell].Replace("\"", "\"\"", StringComparison.Ordinal));
                writer.Write('"');
            }
        }

        writer.Write("\r\n");
    }
}
