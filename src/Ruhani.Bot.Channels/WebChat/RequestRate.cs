using System.Collections.Concurrent;

namespace Ruhani.Bot.Channels.WebChat;

/// <summary>A token bucket for each key: so many at once, then so many a minute.</summary>
internal sealed class RequestRate(TimeProvider time, int burst, int perMinute)
{
    private const int SweepAt = 10_000;
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Takes one; zero when there was one, otherwise how long until there will be.</summary>
    public TimeSpan Take(string key)
    {
        var now = time.GetTimestamp();
        if (_buckets.Count > SweepAt)
        {
            Sweep(now);
        }

        var bucket = _buckets.GetOrAdd(key, _ => new Bucket { Left = burst, At = now });
        lock (bucket)
        {
            Fill(bucket, now);
            if (bucket.Left >= 1)
            {
                bucket.Left--;
                return TimeSpan.Zero;
            }

            return TimeSpan.FromMinutes((1 - bucket.Left) / perMinute);
        }
    }

    private void Fill(Bucket bucket, long now)
    {
        bucket.Left = Math.Min(burst, bucket.Left + (time.GetElapsedTime(bucket.At, now).TotalMinutes * perMinute));
        bucket.At = now;
    }

    // A full bucket says no more than none at all.
    private void Sweep(long now)
    {
        foreach (var (key, bucket) in _buckets)
        {
            lock (bucket)
            {
                Fill(bucket, now);
                if (bucket.Left >= burst)
                {
                    _buckets.TryRemove(key, out _);
                }
            }
        }
    }

    private sealed class Bucket
    {
        public double Left { get; set; }

        public long At { get; set; }
    }
}
