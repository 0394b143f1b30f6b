using System.Globalization;
using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Systems;

/// <summary>Keys as each system makes them, without a trace of whom they name.</summary>
internal sealed class KeyMaker(ulong seed)
{
    private readonly KeyedPermutation[] permutations =
        [.. Enum.GetValues<TownSystem>().Select(system => new KeyedPermutation(seed, Streams.Key + (ulong)system, 1_000_000_000))];

    public string Record(TownSystem system, ulong number)
    {
        var key = permutations[(int)system][number];
        return system switch
        {
            TownSystem.Finance => key.ToString("D9", CultureInfo.InvariantCulture),
            TownSystem.Famille => "F" + key.ToString("D9", CultureInfo.InvariantCulture),
            TownSystem.Portail => Hex(key, 3) + "v1",
            _ => Guid(key, (ulong)system),
        };
    }

    public string Part(char kind, ulong record, int member) =>
        kind + (Dice.Mix(seed ^ record ^ ((ulong)member << 8)) % 100_000_000_000).ToString("D11", CultureInfo.InvariantCulture);

    private static string Hex(ulong key, ulong salt) =>
        (key ^ (Dice.Mix(salt) >> 34)).ToString("x8", CultureInfo.InvariantCulture) + Dice.Mix(key + salt).ToString("x16", CultureInfo.InvariantCulture)
        + Dice.Mix(key + salt + 1).ToString("x16", CultureInfo.InvariantCulture);

    private static string Guid(ulong key, ulong salt)
    {
        var hex = Hex(key, salt + 50);
        return $"{hex.AsSpan(0, 8)}-{hex.AsSpan(8, 4)}-4{hex.AsSpan(12, 3)}-a{hex.AsSpan(15, 3)}-{hex.AsSpan(18, 12)}";
    }
}
