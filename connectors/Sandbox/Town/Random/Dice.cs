namespace IntegrationHub.Connectors.Sandbox.Town.Random;

/// <summary>A stream of random numbers named by (seed, stream, index): the same on any machine, in any order, on any thread.</summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood 2014). Only integer and exact IEEE operations, so no platform differs.</remarks>
internal sealed class Dice(ulong seed, ulong stream, ulong index)
{
    private ulong state = Mix(Mix(Mix(seed) ^ (stream + 0x632BE59BD9B4E019)) + index);

    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>A number in [0, 1) from 53 bits of a hash.</summary>
    public static double Unit(ulong hash) => (hash >> 11) * (1.0 / (1UL << 53));

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        return Mix(state);
    }

    public double Unit() => Unit(Next());

    public bool Chance(double probability) => Unit() < probability;

    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>Both bounds included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
