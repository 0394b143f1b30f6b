using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Goldens;

/// <summary>The ids of <see cref="GoldenIdSequence"/>, made a block ahead on another thread: four keyed hashes each would stand in the writer's turn. For one writer.</summary>
internal sealed class GoldenIdSupply(GoldenIdSequence sequence)
{
    private const int Block = 512;

    private long _start = -1;
    private GoldenId[] _ids = [];
    private Task<GoldenId[]> _next = Task.FromResult<GoldenId[]>([]);

    /// <summary>The id of the counter's number; any number, but those that follow one another are at hand.</summary>
    public GoldenId At(long number)
    {
        var start = number - (number % Block);
        if (start != _start)
        {
            _ids = start == _start + Block && _start >= 0 ? _next.GetAwaiter().GetResult() : Make(start);
            _start = start;
            _next = Task.Run(() => Make(start + Block));
        }

        return _ids[number - start];
    }

    private GoldenId[] Make(long start)
    {
        var ids = new GoldenId[Block];
        for (var i = 0; i < Block; i++)
        {
            ids[i] = sequence.At(start + i);
        }

        return ids;
    }
}
