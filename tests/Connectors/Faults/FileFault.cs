using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Tests.Connectors.Files;

namespace IntegrationHub.Tests.Connectors.Faults;

/// <summary>Something that happens to a file in a watched folder.</summary>
/// <param name="Name">What the table prints.</param>
/// <param name="Meet">Puts the folder into that state.</param>
/// <param name="During">Happens after the first page; null for nothing.</param>
/// <param name="Expected">What the read ends in; null for no failure.</param>
/// <param name="Mend">What the sender or the machine does next; the read after it must hold every record.</param>
internal sealed record FileFault(
    string Name,
    Action<TestFolder, FileSubject> Meet,
    Action<TestFolder, FileSubject>? During,
    FailureKind? Expected,
    Action<TestFolder, FileSubject> Mend)
{
    public static IReadOnlyList<FileFault> All { get; } =
    [
        new("cut in the middle", (folder, subject) => folder.Write(In(subject), subject.Utf8[..(subject.Utf8.Length * 3 / 5)]), null, null, Whole),
        new("half written, another name", (folder, subject) => folder.Write(In(subject) + ".part", subject.Utf8[..20]), null, null, (folder, subject) =>
        {
            File.WriteAllBytes(folder.At(In(subject) + ".part"), subject.Utf8);
            File.Move(folder.At(In(subject) + ".part"), folder.At(In(subject)));
        }),
        new("another encoding", (folder, subject) => folder.Write(In(subject), subject.Other), null, null, Nothing),
        new("grows while it is read", Whole, (folder, subject) => File.AppendAllText(folder.At($"in/processing/{subject.File}"), "\n"), FailureKind.Passing, Nothing),
        new("share gone while it is read", Whole, (folder, _) => Directory.Move(folder.At("in"), folder.At("gone")), FailureKind.Passing, (folder, _) => Directory.Move(folder.At("gone"), folder.At("in"))),
        new("share not there", (_, _) => { }, null, FailureKind.Passing, Whole),
        new("random bytes", (folder, subject) => folder.Write(In(subject), Noise()), null, null, Whole),
        new("sent twice", Whole, null, null, Whole),
    ];

    private static void Whole(TestFolder folder, FileSubject subject) => folder.Write(In(subject), subject.Utf8);

    private static void Nothing(TestFolder folder, FileSubject subject)
    {
        // it is simply read again
    }

    private static string In(FileSubject subject) => $"in/{subject.File}";

    private static byte[] Noise()
    {
        var bytes = new byte[3000];
        new Random(5).NextBytes(bytes);
        return bytes;
    }
}
