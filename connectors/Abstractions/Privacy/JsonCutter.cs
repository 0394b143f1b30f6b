namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>Copies a JSON text without its cuts, keeping it JSON.</summary>
internal static class JsonCutter
{
    public static byte[] Apply(ReadOnlySpan<byte> json, List<JsonCut> cuts)
    {
        var output = new List<byte>(json.Length);
        var from = 0;
        foreach (var cut in cuts)
        {
            output.AddRange(json[from..cut.Start]);
            from = cut.End;
            if (cut.Replacement is not null)
            {
                output.AddRange(cut.Replacement);
                continue;
            }

            var next = SkipBlank(json, cut.End);
            if (next < json.Length && json[next] == (byte)',')
            {
                from = SkipBlank(json, next + 1);
            }
            else
            {
                DropComma(output);
            }
        }

        output.AddRange(json[from..]);
        return [.. output];
    }

    // The property was the last of its object: the comma before it must go too.
    private static void DropComma(List<byte> output)
    {
        var last = output.Count - 1;
        while (last >= 0 && IsBlank(output[last]))
        {
            last--;
        }

        if (last >= 0 && output[last] == (byte)',')
        {
            output.RemoveRange(last, output.Count - last);
        }
    }

    private static int SkipBlank(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && IsBlank(json[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsBlank(byte letter) => letter is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
