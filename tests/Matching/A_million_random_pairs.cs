using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Text;

namespace IntegrationHub.Tests.Matching;

/// <summary>The bit-parallel forms against the textbook ones, on a million pairs of near and far names.</summary>
public sealed class A_million_random_pairs
{
    private const int Pairs = 1_000_000;

    [Fact]
    public void Distances_and_similarities_equal_their_definitions()
    {
        var random = new Random(20261122);
        Span<byte> left = stackalloc byte[80];
        Span<byte> right = stackalloc byte[80];
        for (var i = 0; i < Pairs; i++)
        {
            // One pair in a hundred is longer than a machine word: both sides are cut there.
            var a = left[..Write(random, left, i % 100 == 0 ? 70 : 13)];
            var b = right[..(random.Next(3) == 0 ? Write(random, right, 13) : Edit(random, a, right))];
            var cutA = a[..Math.Min(64, a.Length)];
            var cutB = b[..Math.Min(64, b.Length)];
            var distance = PlainSimilarities.Distance(cutA, cutB);
            if (distance != Damerau.Distance(a, b) || PlainSimilarities.JaroWinkler(cutA, cutB) != JaroWinkler.Similarity(a, b) || (distance == 1 && a.Length <= 64 && !OneEdit.Apart(a, b)))
            {
                Assert.Fail($"{System.Text.Encoding.ASCII.GetString(a)} {System.Text.Encoding.ASCII.GetString(b)}");
            }
        }
    }

    [Fact]
    public void Dates_are_compared_digit_by_digit()
    {
        var random = new Random(20261123);
        for (var i = 0; i < Pairs; i++)
        {
            var a = (random.Next(1000, 10_000) * 10_000) + (random.Next(13) * 100) + random.Next(32);
            var text = $"{a}".ToCharArray();
            for (var edits = random.Next(4); edits > 0; edits--)
            {
                var at = random.Next(7);
                (text[at], text[at + 1]) = random.Next(2) == 0 ? (text[at + 1], text[at]) : (text[at], (char)('0' + random.Next(10)));
            }

            var b = int.Parse(text);
            var apart = Enumerable.Range(0, 8).Where(k => $"{a:D8}"[k] != $"{b:D8}"[k]).ToArray();
            var swapped = apart is [var x, var y] && y == x + 1 && $"{a:D8}"[x] == $"{b:D8}"[y] && $"{a:D8}"[y] == $"{b:D8}"[x];
            if (DateDigits.Apart(a, b) != apart.Length || DateDigits.OneKey(a, b) != (apart.Length == 1 || swapped))
            {
                Assert.Fail($"{a} {b}");
            }
        }
    }

    private static int Write(Random random, Span<byte> target, int longest)
    {
        var length = random.Next(1, longest);
        for (var i = 0; i < length; i++)
        {
            target[i] = (byte)('A' + random.Next(5));
        }

        return length;
    }

    private static int Edit(Random random, ReadOnlySpan<byte> text, Span<byte> target)
    {
        text.CopyTo(target);
        var length = text.Length;
        for (var edits = random.Next(4); edits > 0 && length > 1; edits--)
        {
            var at = random.Next(length - 1);
            switch (random.Next(4))
            {
                case 0:
                    target[(at + 1)..length].CopyTo(target[at..]);
                    length--;
                    break;
                case 1:
                    target[at..length].CopyTo(target[(at + 1)..]);
                    target[at] = (byte)('A' + random.Next(5));
                    length++;
                    break;
                case 2:
                    (target[at], target[at + 1]) = (target[at + 1], target[at]);
                    break;
                default:
                    target[at] = (byte)('A' + random.Next(5));
                    break;
            }
        }

        return length;
    }
}
