using System.Collections.Frozen;
using System.Text;

namespace IntegrationHub.Mdm.Matching.Places;

/// <summary>Which commune of today a code of the code officiel géographique became: communes merge, Corsica's codes changed.</summary>
/// <remarks>Codes of five characters. The table is INSEE's, in <c>former-communes.txt</c>.</remarks>
internal static class FormerCommunes
{
    private static readonly FrozenDictionary<ulong, ulong> Today = Read();

    /// <summary>The five characters of the commune of today, 40 bits; those of the code itself where it is one.</summary>
    public static ulong TodayOf(ReadOnlySpan<byte> code) => Pack(code) is var packed && Today.TryGetValue(packed, out var today) ? today : packed;

    private static FrozenDictionary<ulong, ulong> Read()
    {
        using var stream = typeof(FormerCommunes).Assembly.GetManifestResourceStream("former-communes.txt")!;
        using var reader = new StreamReader(stream);
        var today = new Dictionary<ulong, ulong>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var codes = line.Split(' ');
            var home = Pack(Encoding.ASCII.GetBytes(codes[0]));
            foreach (var code in codes.AsSpan(1))
            {
                today[Pack(Encoding.ASCII.GetBytes(code))] = home;
            }
        }

        return today.ToFrozenDictionary();
    }

    private static ulong Pack(ReadOnlySpan<byte> code) => ((ulong)code[0] << 32) | ((ulong)code[1] << 24) | ((ulong)code[2] << 16) | ((ulong)code[3] << 8) | code[4];
}
