namespace IntegrationHub.Connectors.Sandbox.Town.Random;

/// <summary>A secret-looking one-to-one map of [0, size) onto itself: shuffles a stream without holding it, and makes keys that tell nothing.</summary>
/// <remarks>Balanced Feistel network of six rounds with cycle walking (Black and Rogaway 2002).</remarks>
internal sealed class KeyedPermutation
{
    private readonly ulong size;
    private readonly int half;
    private readonly ulong mask;
    private readonly ulong[] keys = new ulong[6];

    public KeyedPermutation(ulong seed, ulong stream, ulong size)
    {
        this.size = size;
        half = 1;
        while (half < 32 && 1UL << (2 * half) < size)
        {
            half++;
        }

        mask = (1UL << half) - 1;
        var dice = new Dice(seed, stream, size);
        for (var round = 0; round < keys.Length; round++)
        {
            keys[round] = dice.Next();
        }
    }

    public ulong this[ulong value]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, size);
            do
            {
                var (left, right) = (value >> half, value & mask);
                foreach (var key in keys)
                {
                    (left, right) = (right, left ^ (Dice.Mix(right ^ key) & mask));
                }

                value = (left << half) | right;
            }
            while (value >= size);
            return value;
        }
    }
}
